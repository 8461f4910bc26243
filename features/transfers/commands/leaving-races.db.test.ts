import { beforeEach, describe, expect, it } from 'vitest';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { todayOn } from '@/lib/dates';
import { dropTransfer } from '../steps/drop-transfer';
import {
  bothUnions,
  letDaysPass,
  manyAsked,
  membershipsOf,
  runTransferClocks,
  transferRow,
} from '../transfers.test-helpers';
import { startTransfer } from './start-transfer';
import { warnMember } from './warn-member';

beforeEach(resetDb);

const today = () => todayOn(new Date());
type Made = Awaited<ReturnType<typeof bothUnions>>;

/** The member leaves, as 退会 does it, in one transaction that waits at `before commit`. */
const leave = ({ member }: Made, wait: () => Promise<unknown>) =>
  arrange(async (tx) => {
    const gone = { membershipId: member.membershipId, type: 'resigned', on: today() } as const;
    await recordMembershipChange(tx, { ...gone, reason: 'own_wish' });
    await dropTransfer(tx, member.personId);
    await wait();
  });

/** Until somebody waits for a row that another transaction holds. */
async function untilSomebodyWaits() {
  for (;;) {
    const [row] = await sqlAsOwner()`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.n > 0) return;
  }
}

describe('leaving and what rests on the 会籍', () => {
  it('a transfer asked for while the member leaves comes after and finds no member', async () => {
    const made = await bothUnions();
    let started: ReturnType<typeof startTransfer> | undefined;
    await leave(made, async () => {
      started = startTransfer(made.me, { toId: made.tree.otherUnion.id, employerName: null });
      await untilSomebodyWaits();
    });
    expect(await started).toMatchObject({ ok: false, reason: 'not_a_member' });
    expect(await sqlAsOwner()`select 1 from transfers`).toHaveLength(0);
  });

  it('a transfer asked for before the member leaves is taken back with the leaving', async () => {
    const made = await bothUnions();
    const started = await startTransfer(made.me, {
      ...{ toId: made.tree.otherUnion.id, employerName: null },
    });
    if (!started.ok) throw new Error(started.reason);
    await leave(made, async () => undefined);
    expect(await transferRow(started.value.id)).toMatchObject({ status: 'withdrawn' });
  });

  it('a transfer asked for while the new union is closed comes after and finds it closed', async () => {
    const made = await bothUnions();
    let started: ReturnType<typeof startTransfer> | undefined;
    await arrange(async (tx) => {
      await tx.db.execute(
        `update organisations set closed_at = now() where id = '${made.tree.otherUnion.id}'`,
      );
      started = startTransfer(made.me, { toId: made.tree.otherUnion.id, employerName: null });
      await untilSomebodyWaits();
    });
    expect(await started).toMatchObject({ ok: false, reason: 'union_closed' });
    expect(await sqlAsOwner()`select 1 from transfers`).toHaveLength(0);
  });

  it('a union that was closed takes nobody in by the silence of the old one', async () => {
    const { transfers, tree } = await manyAsked(1);
    const [{ transferId, member } = { transferId: '', member: null }] = transfers;
    await sqlAsOwner()`update organisations set closed_at = now() where id = ${tree.otherUnion.id}`;
    await letDaysPass(transferId, 31);
    await runTransferClocks();
    expect(await transferRow(transferId)).toMatchObject({ status: 'withdrawn' });
    expect(await membershipsOf(member?.personId ?? '')).toMatchObject([{ status: 'regular' }]);
  });

  it('two officers who warn at the same moment open one case with both warnings', async () => {
    const { member, old, above } = await bothUnions();
    const warning = { personId: member.personId, on: today(), note: '打过电话' };
    const both = await Promise.all([
      warnMember(as(old.actor), warning),
      warnMember(as(above.actor), { ...warning, note: '又去了一次' }),
    ]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    const cases = await sqlAsOwner()`
      select jsonb_array_length(warnings) as warnings from membership_cases`;
    expect(cases).toEqual([{ warnings: 2 }]);
  });
});
