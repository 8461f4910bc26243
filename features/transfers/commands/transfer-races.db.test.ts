import { beforeEach, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { addDays, todayOn } from '@/lib/dates';
import {
  letDaysPass,
  manyAsked,
  membershipsOf,
  runTransferClocks,
  transferRow,
} from '../transfers.test-helpers';
import { withdrawTransfer } from './withdraw-transfer';

beforeEach(resetDb);

const endNotices = () => sqlAsOwner()`
  select account_id from notices where dedupe_key like 'transfer2:%:ended:%'`;

it('withdrawing and the due day race 200 times to one outcome each, and the loser reads which', async () => {
  const { transfers } = await manyAsked(200);
  for (const { me, member, transferId } of transfers) {
    await letDaysPass(transferId, 31);
    const withdraw = withdrawTransfer(me, { transferId });
    const [withdrawn] = await Promise.all([withdraw, runTransferClocks()]);
    const { status } = (await transferRow(transferId)) ?? {};
    const rows = await membershipsOf(member.personId);
    if (withdrawn.ok) {
      expect([status, rows.length]).toEqual(['withdrawn', 1]);
    } else {
      expect(withdrawn).toMatchObject({ reason: 'transfer_over', detail: { state: '已转好' } });
      expect([status, rows.length]).toEqual(['done', 2]);
    }
  }
}, 240_000);

it('seven transfers overdue while the worker slept are carried out once, each from its own due day', async () => {
  const { transfers, old } = await manyAsked(7);
  const dues = new Map<string, string>();
  for (const [n, { transferId }] of transfers.entries()) {
    await letDaysPass(transferId, 75 - n);
    dues.set(transferId, addDays(todayOn(new Date()), n - 45));
  }
  await runTransferClocks();
  await runTransferClocks();
  for (const { transferId, member } of transfers) {
    const on = dues.get(transferId) ?? '';
    expect(await transferRow(transferId)).toEqual({ status: 'done', effective_on: on });
    expect(await membershipsOf(member.personId)).toMatchObject([
      { status: 'left', ended_on: addDays(on, -1) },
      { status: 'regular', moved_in_on: on },
    ]);
  }
  const recorded =
    await sqlAsOwner()`select distinct (created_at at time zone 'Asia/Shanghai')::date::text as on
    from membership_changes`;
  expect(recorded).toEqual([{ on: todayOn(new Date()) }]);
  const accounts = (await endNotices()).map(({ account_id }) => account_id);
  expect(accounts).toHaveLength(14);
  expect(accounts.filter((id) => id === old.accountId)).toHaveLength(7);
});
