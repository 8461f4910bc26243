import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findMyCard } from '@/features/members/queries/my-card';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import {
  asked,
  bothUnions,
  letDaysPass,
  membershipsOf,
  runTransferClocks,
  sideOf,
  transferRow,
} from '../transfers.test-helpers';
import { agreeTransfer } from './agree-transfer';
import { appealTransfer } from './appeal-transfer';
import { askForChange } from './ask-for-change';
import { decideTransferAppeal } from './decide-transfer-appeal';
import { refuseTransfer } from './refuse-transfer';
import { startTransfer } from './start-transfer';

beforeEach(resetDb);

const today = () => todayOn(new Date());
const noticesOf = (accountId: string) =>
  sqlAsOwner()`select title, body from notices where account_id = ${accountId} order by created_at`;

describe('a transfer both sides consent to', () => {
  it('moves the 会籍 in one transaction: number and joining day stay, the new one points to the old', async () => {
    const { transferId, old, young, member, tree, me } = await asked();
    expect(await sideOf(transferId, 'out')).toMatchObject({ due_on: addDays(today(), 30) });
    expect(await agreeTransfer(as(young.actor), { transferId, side: 'in' })).toMatchObject({
      ok: true,
    });
    expect(await transferRow(transferId)).toEqual({ status: 'open', effective_on: null });
    expect(await agreeTransfer(as(old.actor), { transferId, side: 'out' })).toMatchObject({
      ok: true,
    });
    expect(await transferRow(transferId)).toEqual({ status: 'done', effective_on: today() });
    const kept = { member_no: member.memberNo, joined_on: '2024-03-02' };
    expect(await membershipsOf(member.personId)).toEqual([
      {
        ...{ organisation_id: tree.union.id, status: 'left', ...kept },
        ...{ moved_in_on: null, ended_on: addDays(today(), -1), points_back: false },
      },
      {
        ...{ organisation_id: tree.otherUnion.id, status: 'regular', ...kept },
        ...{ moved_in_on: today(), ended_on: null, points_back: true },
      },
    ]);
    const lines = await sqlAsOwner()`
      select type, reason, "on"::text from membership_changes order by "on", type`;
    expect(lines).toEqual([
      { type: 'moved_out', reason: 'labour_change', on: addDays(today(), -1) },
      { type: 'moved_in', reason: 'labour_change', on: today() },
    ]);
    expect((await findMyCard(me))?.memberNo).toBe(member.memberNo);
    expect(await sqlAsOwner()`select 1 from clocks where ended_at is null`).toHaveLength(0);
  });

  it('makes 正式 of a 预备会员 who comes to the union of their unit', async () => {
    const { transferId, old, young, member } = await asked();
    await sqlAsOwner()`update memberships set status = 'provisional'`;
    await agreeTransfer(as(young.actor), { transferId, side: 'in' });
    await agreeTransfer(as(old.actor), { transferId, side: 'out' });
    expect((await membershipsOf(member.personId)).at(-1)).toMatchObject({ status: 'regular' });
    expect(
      await sqlAsOwner()`select type, reason, "on"::text from membership_changes where type = 'confirmed'`,
    ).toEqual([{ type: 'confirmed', reason: 'union_founded', on: today() }]);
  });

  it('leaves 预备 who moves to another 网上会员之家', async () => {
    const { tree, member, me, old, stranger } = await bothUnions();
    await sqlAsOwner()`update memberships set status = 'provisional'`;
    const started = await startTransfer(me, { toId: tree.home.id, employerName: '小铺' });
    if (!started.ok) throw new Error(started.reason);
    const transferId = started.value.id;
    await agreeTransfer(as(stranger.actor), { transferId, side: 'in' });
    await agreeTransfer(as(old.actor), { transferId, side: 'out' });
    expect((await membershipsOf(member.personId)).at(-1)).toMatchObject({
      ...{ organisation_id: tree.home.id, status: 'provisional' },
    });
  });

  it('ends the roles at the old union and takes open 会籍登记 along', async () => {
    const { transferId, old, young, member, tree, me } = await asked();
    await sqlAsOwner()`insert into role_grants (id, account_id, role, organisation_id)
      values (gen_random_uuid(), ${member.accountId}, 'viewer', ${tree.union.id})`;
    await askForChange(me, { kind: 'leave', wish: null });
    await agreeTransfer(as(young.actor), { transferId, side: 'in' });
    await agreeTransfer(as(old.actor), { transferId, side: 'out' });
    const [grant] = await sqlAsOwner()`
      select revoked_at is not null as ended from role_grants where account_id = ${member.accountId}`;
    expect(grant).toEqual({ ended: true });
    const [request] = await sqlAsOwner()`select organisation_id from transfer_requests`;
    expect(request).toEqual({ organisation_id: tree.otherUnion.id });
  });

  it('is no longer answered in the ordinary way once its refusal is under appeal', async () => {
    const { transferId, old, above, me } = await asked();
    const no = { transferId, side: 'out' as const };
    await refuseTransfer(as(old.actor), { ...no, refusal: 'not_moved', note: '还在册' });
    await appealTransfer(me, { ...no, appeal: '已经离职' });
    expect(await agreeTransfer(as(above.actor), no)).toMatchObject({ reason: 'side_answered' });
    const again = { ...no, refusal: 'not_moved' as const, note: '再看也不同意' };
    expect(await refuseTransfer(as(above.actor), again)).toMatchObject({ reason: 'side_answered' });
    expect(await sideOf(transferId, 'out')).toMatchObject({ status: 'appealed' });
    expect(
      await decideTransferAppeal(as(above.actor), { ...no, answer: 'agree', note: '查过社保' }),
    ).toMatchObject({ ok: true });
  });

  it('is not looked at again once the days for an appeal are over, though the clock has not run', async () => {
    const { transferId, old, me } = await asked();
    const no = { transferId, side: 'out' as const };
    await refuseTransfer(as(old.actor), { ...no, refusal: 'not_moved', note: '还在册' });
    await letDaysPass(transferId, 60);
    expect(await appealTransfer(me, { ...no, appeal: '已经离职' })).toMatchObject({
      reason: 'appeal_late',
    });
    expect(await sideOf(transferId, 'out')).toMatchObject({ status: 'refused' });
  });

  it('is answered by each union for its own side only', async () => {
    const { transferId, old, young, stranger } = await asked();
    await expect(agreeTransfer(as(old.actor), { transferId, side: 'in' })).rejects.toThrow(
      Forbidden,
    );
    await expect(agreeTransfer(as(young.actor), { transferId, side: 'out' })).rejects.toThrow(
      Forbidden,
    );
    await expect(agreeTransfer(as(stranger.actor), { transferId, side: 'out' })).rejects.toThrow(
      NotFound,
    );
    await agreeTransfer(as(young.actor), { transferId, side: 'in' });
    expect(await agreeTransfer(as(young.actor), { transferId, side: 'in' })).toMatchObject({
      reason: 'side_answered',
      detail: { state: '同意' },
    });
  });

  it('is never answered by the member who asked (回避)', async () => {
    const { transferId, member, tree } = await asked();
    const own = actorOf(member, { role: 'union_admin', organisationId: tree.union.id });
    expect(await agreeTransfer(as(own), { transferId, side: 'out' })).toMatchObject({
      reason: 'own_case',
    });
  });
});

describe('silence of the old union', () => {
  it('is consent from its own last day, with the rule quoted to member and union', async () => {
    const { transferId, old, young, member } = await asked();
    await agreeTransfer(as(young.actor), { transferId, side: 'in' });
    await letDaysPass(transferId, 33);
    expect(
      await refuseTransfer(as(old.actor), {
        ...{ transferId, side: 'out', refusal: 'not_moved', note: '他还在本单位上班' },
      }),
    ).toMatchObject({ reason: 'silence_counts' });
    await runTransferClocks();
    const due = addDays(today(), -3);
    expect(await transferRow(transferId)).toEqual({ status: 'done', effective_on: due });
    expect(
      (await membershipsOf(member.personId)).map(
        ({ ended_on, moved_in_on }) => ended_on ?? moved_in_on,
      ),
    ).toEqual([addDays(due, -1), due]);
    for (const account of [member.accountId, old.accountId]) {
      expect((await noticesOf(account)).at(-1)?.body).toContain('期满不答复，视为同意');
    }
  });

  it('of the new union passes the answer up, and moves nobody', async () => {
    const { transferId, old, tree } = await asked();
    await agreeTransfer(as(old.actor), { transferId, side: 'out' });
    await letDaysPass(transferId, 20);
    await runTransferClocks();
    expect(await transferRow(transferId)).toMatchObject({ status: 'open' });
    expect(await sideOf(transferId, 'in')).toMatchObject({
      status: 'waiting',
      desk_id: tree.otherTown.id,
    });
  });
});

describe('a refusal', () => {
  const refused = async () => {
    const made = await asked();
    const { transferId, old, young } = made;
    await agreeTransfer(as(young.actor), { transferId, side: 'in' });
    const refusal = {
      transferId,
      side: 'out',
      refusal: 'not_moved',
      note: '他还在本单位上班',
    } as const;
    expect(await refuseTransfer(as(old.actor), { ...refusal, refusal: 'not_ours' })).toMatchObject({
      reason: 'not_a_reason',
    });
    expect(await refuseTransfer(as(old.actor), refusal)).toMatchObject({ ok: true });
    return made;
  };

  it('is told with its text, and the union above may agree in the place of the old one', async () => {
    const { transferId, member, me, above, tree } = await refused();
    expect((await noticesOf(member.accountId)).at(-1)?.body).toContain(
      '没有换单位。他还在本单位上班',
    );
    const appeal = { transferId, side: 'out', appeal: '已经和乙物流签合同' } as const;
    expect(await appealTransfer(me, appeal)).toMatchObject({ ok: true });
    expect(await appealTransfer(me, appeal)).toMatchObject({ reason: 'side_answered' });
    expect(await sideOf(transferId, 'out')).toMatchObject({
      status: 'appealed',
      desk_id: tree.town.id,
    });
    const decided = { transferId, side: 'out', answer: 'agree', note: '合同核对过' } as const;
    expect(await decideTransferAppeal(as(above.actor), decided)).toMatchObject({ ok: true });
    expect(await transferRow(transferId)).toEqual({ status: 'done', effective_on: today() });
  });

  it('is final when the union above upholds it, and when nobody appeals in time', async () => {
    const first = await refused();
    await appealTransfer(first.me, {
      transferId: first.transferId,
      side: 'out',
      appeal: '已经签合同',
    });
    await decideTransferAppeal(as(first.above.actor), {
      ...{ transferId: first.transferId, side: 'out', answer: 'uphold', note: '合同没有生效' },
    });
    expect(await transferRow(first.transferId)).toMatchObject({ status: 'refused' });
    const again = await startTransfer(first.me, {
      toId: first.tree.otherUnion.id,
      employerName: null,
    });
    if (!again.ok) throw new Error(again.reason);
    const transferId = again.value.id;
    await refuseTransfer(as(first.old.actor), {
      transferId,
      side: 'out',
      refusal: 'untrue',
      note: '合同是假的',
    });
    await letDaysPass(transferId, 30);
    await runTransferClocks();
    expect(await transferRow(transferId)).toMatchObject({ status: 'refused' });
  });

  it('is never decided again by whoever refused, nor is that written past the command', async () => {
    const { transferId, me, old, tree } = await refused();
    await appealTransfer(me, { transferId, side: 'out', appeal: '已经签合同' });
    await sqlAsOwner()`insert into role_grants (id, account_id, role, organisation_id)
      values (gen_random_uuid(), ${old.accountId}, 'town_admin', ${tree.town.id})`;
    const twice = actorOf(old, { role: 'town_admin', organisationId: tree.town.id });
    const decided = { transferId, side: 'out', answer: 'uphold', note: '维持原来的' } as const;
    expect(await decideTransferAppeal(as(twice), decided)).toMatchObject({
      reason: 'same_officer',
    });
    await expect(
      sqlAsOwner()`update transfer_sides set appeal_decided_by = answered_by where side = 'out'`,
    ).rejects.toThrow('transfer_sides_two');
  });
});
