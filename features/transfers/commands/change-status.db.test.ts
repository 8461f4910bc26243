import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findMyCard } from '@/features/members/queries/my-card';
import { findMyStatus } from '@/features/members/queries/my-status';
import { addDays, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { getTransfer } from '../queries/desk-transfers';
import { listMyTransfers } from '../queries/open-transfer';
import type { MembershipRequestInput } from '../schema/membership-request';
import { applyStatusChange } from './apply-status-change';
import { askForChange } from './ask-for-change';
import { changeMembership } from './change-membership';
import { closeTransfer } from './close-transfer';
import { recordTalk } from './record-talk';
import { withdrawRequest } from './withdraw-request';

beforeEach(resetDb);

const today = () => todayOn(new Date());

const arranged = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const organisationId = tree.union.id;
    return {
      organisationId,
      member: await aMember(tx, { organisationId, name: '黄小满' }),
      officer: await anOfficer(tx, 'union_admin', organisationId),
      stranger: await anOfficer(tx, 'union_admin', tree.otherUnion.id),
    };
  });

async function asked(input: MembershipRequestInput) {
  const made = await arranged();
  const me = as(actorOf(made.member));
  expect(await askForChange(me, input)).toMatchObject({ ok: true });
  const [row] = await sqlAsOwner()`select id from transfer_requests`;
  return { ...made, me, desk: as(made.officer.actor), requestId: String(row?.id) };
}

const log = () =>
  sqlAsOwner()`select type, reason, "on"::text from membership_changes order by created_at`;
const retire = () =>
  ({ kind: 'retain', changeReason: 'retired', changeOn: addDays(today(), -3) }) as const;
const leave = { kind: 'leave', wish: null } as const;

describe('保留会籍', () => {
  it('counts from the day it was asked for, and the member reads why and how to come back', async () => {
    const { me, desk, member, requestId } = await asked(retire());
    expect((await getTransfer(desk, requestId)).asked).toContain('退休，');
    expect(await applyStatusChange(desk, { requestId })).toMatchObject({ ok: true });
    expect(await log()).toEqual([
      { type: 'retained', reason: 'retired', on: addDays(today(), -3) },
    ]);
    expect(await findMyStatus(me)).toMatchObject({
      status: 'retained',
      change: { type: 'retained', reason: 'retired' },
    });
    const [answer] = await listMyTransfers(me);
    expect(answer).toMatchObject({ status: 'closed', note: expect.stringContaining('恢复') });
    expect((await findMyCard(me))?.memberNo).toBe(member.memberNo);
    const [entry] = await sqlAsOwner()`
      select before, after from audit_entries where action = 'apply_status_change'`;
    expect(entry).toMatchObject({ before: { status: 'regular' }, after: { type: 'retained' } });
  });

  it('ends with 恢复, which a regular member has nothing to ask for', async () => {
    const { me, desk, requestId } = await asked(retire());
    const back = { kind: 'restore', wish: '乙厂' } as const;
    expect(await askForChange(me, back)).toMatchObject({ reason: 'not_now' });
    await applyStatusChange(desk, { requestId });
    expect(await askForChange(me, retire())).toMatchObject({ reason: 'not_now' });
    expect(await askForChange(me, back)).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select id from transfer_requests where kind = 'restore'`;
    await applyStatusChange(desk, { requestId: String(row?.id) });
    expect(await findMyStatus(me)).toMatchObject({ status: 'regular' });
    expect((await log()).map(({ type }) => type)).toEqual(['retained', 'restored']);
  });

  it('is refused for a day to come and for one before joining', async () => {
    const { member } = await arranged();
    for (const changeOn of [addDays(today(), 1), '2024-03-01']) {
      expect(await askForChange(as(actorOf(member)), { ...retire(), changeOn })).toMatchObject({
        reason: 'day_out_of_range',
        fieldErrors: { changeOn: expect.any(String) },
      });
    }
  });

  it('is entered by the union itself, told to the member, and not twice', async () => {
    const { officer, stranger, member } = await arranged();
    const input = {
      ...({ type: 'retained', personId: member.personId, reason: 'military' } as const),
      on: today(),
      note: '看过入伍通知书',
    };
    await expect(changeMembership(as(stranger.actor), input)).rejects.toThrow(NotFound);
    expect(await changeMembership(as(officer.actor), input)).toMatchObject({ ok: true });
    expect(await changeMembership(as(officer.actor), input)).toMatchObject({ reason: 'not_now' });
    const notified = await sqlAsOwner()`
      select body from notices where account_id = ${member.accountId}`;
    expect(notified).toEqual([{ body: expect.stringContaining('服兵役') }]);
    const back = { type: 'restored', personId: member.personId, on: today(), note: null } as const;
    expect(await changeMembership(as(officer.actor), back)).toMatchObject({ ok: true });
    expect(await findMyStatus(as(actorOf(member)))).toMatchObject({ status: 'regular' });
  });
});

describe('退会', () => {
  it('comes after one recorded talk, voids the card and leaves the account', async () => {
    const { me, desk, requestId } = await asked(leave);
    expect(await applyStatusChange(desk, { requestId })).toMatchObject({ reason: 'talk_first' });
    expect(await closeTransfer(desk, { requestId, reason: '再想想' })).toMatchObject({
      reason: 'talk_first',
    });
    const talk = { requestId, talkedOn: today(), talkNote: '电话谈过，本人坚持' };
    expect(await recordTalk(desk, { ...talk, talkedOn: addDays(today(), 1) })).toMatchObject({
      reason: 'day_out_of_range',
    });
    expect(await recordTalk(desk, talk)).toMatchObject({ ok: true });
    expect(await recordTalk(desk, talk)).toMatchObject({ reason: 'talked_already' });
    expect(await applyStatusChange(desk, { requestId })).toMatchObject({ ok: true });
    expect(await findMyCard(me)).toBeNull();
    expect(await findMyStatus(me)).toMatchObject({
      status: 'left',
      endedOn: today(),
      change: { type: 'resigned', reason: 'own_wish' },
    });
    const [account] = await sqlAsOwner()`select disabled_at from accounts where id = ${
      me.actor.kind === 'account' ? me.actor.accountId : ''
    }`;
    expect(account?.disabled_at).toBeNull();
  });

  it('ends the roles that the person held at the union, each on record', async () => {
    const { member, desk, organisationId, requestId } = await asked(leave);
    await sqlAsOwner()`insert into role_grants (id, account_id, role, organisation_id)
      values (gen_random_uuid(), ${member.accountId}, 'viewer', ${organisationId})`;
    await recordTalk(desk, { requestId, talkedOn: today(), talkNote: '当面谈过' });
    await applyStatusChange(desk, { requestId });
    const [grant] = await sqlAsOwner()`
      select revoked_at is not null as ended from role_grants where account_id = ${member.accountId}`;
    expect(grant).toEqual({ ended: true });
    expect(await sqlAsOwner()`select 1 from audit_entries where action = 'end_duty'`).toHaveLength(
      1,
    );
  });

  it('is taken back by the member until it is answered, by nobody else', async () => {
    const { me, desk, stranger, requestId } = await asked(leave);
    await expect(withdrawRequest(as(stranger.actor), { requestId })).rejects.toThrow(NotFound);
    expect(await withdrawRequest(me, { requestId })).toMatchObject({ ok: true });
    expect(await withdrawRequest(me, { requestId })).toMatchObject({ reason: 'answered_already' });
    expect(await applyStatusChange(desk, { requestId })).toMatchObject({
      reason: 'transfer_closed',
    });
    expect(await findMyStatus(me)).toMatchObject({ status: 'regular' });
  });
});
