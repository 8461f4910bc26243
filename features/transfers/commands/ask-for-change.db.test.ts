import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findMyMembership } from '@/features/members/queries/my-membership';
import { NotFound } from '@/lib/errors';
import { getTransfer, listTransfers } from '../queries/desk-transfers';
import { listMyTransfers } from '../queries/open-transfer';
import { applyWorkChange } from './apply-work-change';
import { askForChange } from './ask-for-change';
import { closeTransfer } from './close-transfer';

beforeEach(resetDb);

const work = { kind: 'work', occupation: 'factory_worker', employerName: '甲厂' } as const;
const leave = { kind: 'leave', wish: null } as const;

const arranged = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const organisationId = tree.union.id;
    return {
      member: await aMember(tx, { organisationId, name: '黄小满' }),
      guest: await anAccount(tx),
      officer: await anOfficer(tx, 'union_admin', organisationId),
      stranger: await anOfficer(tx, 'union_admin', tree.otherUnion.id),
    };
  });

const asked = async () => {
  const made = await arranged();
  const me = as(actorOf(made.member));
  expect(await askForChange(me, work)).toMatchObject({ ok: true });
  const [row] = await sqlAsOwner()`select id from transfer_requests`;
  return { ...made, me, id: String(row?.id) };
};

describe('what a member asks of the union', () => {
  it('reaches the desk by name, and the member as a receipt that is not unread', async () => {
    const { officer, member, id } = await asked();
    const { waiting } = await listTransfers(as(officer.actor));
    expect(waiting).toMatchObject([{ id, kind: 'work', name: '黄小满' }]);
    expect(await getTransfer(as(officer.actor), id)).toMatchObject({
      asked: '职业：工厂工人；单位：甲厂',
      own: false,
    });
    const notified = await sqlAsOwner()`
      select account_id, read_at is null as unread from notices order by unread`;
    expect(notified).toEqual([
      { account_id: member.accountId, unread: false },
      { account_id: officer.accountId, unread: true },
    ]);
  });

  it('is asked once of each kind until it is answered', async () => {
    const { me, officer, id } = await asked();
    expect(await askForChange(me, work)).toMatchObject({ ok: false, reason: 'already_asked' });
    expect(await askForChange(me, leave)).toMatchObject({ ok: true });
    await closeTransfer(as(officer.actor), { requestId: id, reason: '请写明单位' });
    expect(await askForChange(me, work)).toMatchObject({ ok: true });
  });

  it('is refused to who is no member, and to work that is in no dictionary', async () => {
    const { guest, member } = await arranged();
    expect(await askForChange(as(actorOf(guest)), leave)).toMatchObject({ reason: 'not_a_member' });
    const unknown = { ...work, occupation: 'astronaut' };
    expect(await askForChange(as(actorOf(member)), unknown)).toMatchObject({
      reason: 'unknown_occupation',
      fieldErrors: { occupation: expect.any(String) },
    });
  });
});

describe('other work', () => {
  it('is on record once the union agrees: row, ledger, answer', async () => {
    const { me, officer, id } = await asked();
    expect(await applyWorkChange(as(officer.actor), { requestId: id })).toMatchObject({ ok: true });
    expect(await findMyMembership(me)).toMatchObject({
      occupation: '工厂工人',
      employerName: '甲厂',
    });
    const [membership] = await sqlAsOwner()`select is_new_form from memberships`;
    expect(membership).toEqual({ is_new_form: false });
    const [entry] = await sqlAsOwner()`
      select before, after from audit_entries where action = 'apply_work_change'`;
    expect(entry?.after).toEqual({ occupation: 'factory_worker', employer: '甲厂' });
    expect(await listMyTransfers(me)).toMatchObject([{ kind: 'work', status: 'closed' }]);
    expect(await applyWorkChange(as(officer.actor), { requestId: id })).toMatchObject({
      ok: false,
      reason: 'transfer_closed',
    });
  });

  it('is not agreed to by another union, nor where 退会 is what was asked', async () => {
    const { stranger, officer, me, id } = await asked();
    await expect(applyWorkChange(as(stranger.actor), { requestId: id })).rejects.toThrow(NotFound);
    await askForChange(me, leave);
    const [row] = await sqlAsOwner()`select id from transfer_requests where kind = 'leave'`;
    const moving = applyWorkChange(as(officer.actor), { requestId: String(row?.id) });
    await expect(moving).rejects.toThrow(NotFound);
  });
});
