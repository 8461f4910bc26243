import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { type ColumnChange, recordMerges } from '@/db/schema/duplicates';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { canMergeRecords } from '../policy';
import { employerObstacles, type TwoIds } from '../queries/obstacles';
import { type MergeEmployer, readTwoEmployers } from '../queries/two-employers';
import type { Obstacle } from '../rules/obstacles';
import { entryOfBoth } from '../rules/two-entries';
import type { MergeEmployersInput } from '../schema/duplicates';
import { changeColumns, insertRow, removeRow, whileMerging } from '../steps/change-columns';
import { closePair, lockPair } from '../steps/lock-pair';
import { lockTwoEmployers } from '../steps/lock-two';
import { authorizeBoth } from './authorize-both';

type Two = Record<'stays' | 'goes', MergeEmployer>;

/** What the one that goes knew and the other did not; and the code, of which there is one. */
function filled({ stays, goes }: Two, named: MergeEmployer): Record<string, unknown> {
  const own = (key: 'uscc' | 'union_id' | 'town_id' | 'industry' | 'staff_count' | 'address') => ({
    [key]: stays.employer[key] ?? goes.employer[key],
  });
  const { name, pinyin, initials } = named.employer;
  return {
    ...{ name, pinyin, initials, version: Number(stays.employer.version) + 1 },
    ...own('uscc'),
    ...own('union_id'),
    ...own('town_id'),
    ...own('industry'),
    ...own('staff_count'),
    ...own('address'),
  };
}

/** One line of 企业台账 of two: the other's is taken away last, when its visits have followed. */
async function joinEntries(systemTx: Ctx, { stays, goes }: Two): Promise<ColumnChange[]> {
  const id = stays.employer.id;
  const joined = entryOfBoth(stays.entry, goes.entry);
  if (!joined) return [];
  if (stays.entry)
    return whileMerging(systemTx, async () => [
      await changeColumns(systemTx, 'register_entries', id, joined),
    ]);
  return [await insertRow(systemTx, 'register_entries', id, { ...joined, employer_id: id })];
}

async function mergeTwo(
  tx: Ctx,
  mergeId: string,
  two: Two,
  {
    named,
    organisationId,
    reason,
  }: {
    named: MergeEmployer;
    /** Where the merge is looked at, as its pair. */
    organisationId: string;
    reason: string;
  },
): Promise<void> {
  const mergedBy = accountOf(tx.actor);
  if (!mergedBy) throw new NotFound('actor');
  const { stays, goes } = two;
  const [stayId, goId] = [stays.employer.id, goes.employer.id];
  await within(tx, asSystem(tx), async (systemTx) => {
    await systemTx.db.insert(recordMerges).values({
      ...{ id: mergeId, kind: 'employer' as const, survivorId: stayId, loserId: goId },
      ...{ organisationId, reason, changes: [] },
      ...{ mergedBy, mergedAt: tx.now },
    });
    const changes = await joinEntries(systemTx, two);
    await systemTx.db.execute(sql`
      select move_merged_rows(${mergeId}::uuid, 'employer', ${goId}::uuid, ${stayId}::uuid)`);
    if (goes.entry) changes.push(await removeRow(systemTx, 'register_entries', goId));
    changes.push(await removeRow(systemTx, 'employers', goId));
    changes.push(await changeColumns(systemTx, 'employers', stayId, filled(two, named)));
    await systemTx.db.update(recordMerges).set({ changes }).where(eq(recordMerges.id, mergeId));
  });
}

/**
 * Makes one employer of two of the same: members, applications, foundings and visits follow, its line in 企业台账
 * keeps the earlier day of listing, and it can be undone (domain.md §2.4). Rows locked in order. Throws
 * NotFound for a pair outside the officer's unions, Forbidden without the right at the places of both.
 * Refuses `step_up` without a recent second factor; `answered` when the pair was decided or one is gone; an
 * `Obstacle` that has to be dealt with first.
 */
export async function mergeEmployers(
  ctx: Ctx,
  input: MergeEmployersInput,
): Promise<Result<{ mergeId: string }, 'step_up' | 'answered' | Obstacle>> {
  authorize(canMergeRecords.anywhere(ctx.actor));
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  return transaction(ctx, async (tx) => {
    const pair = await lockPair(tx, input.pairId, 'employer');
    const ids: TwoIds = [pair.aId, pair.bId];
    const { a, b, obstacles } = await within(tx, asSystem(tx), async (systemTx) => {
      const stand = await lockTwoEmployers(systemTx, ids);
      const [first, second] = stand ? await readTwoEmployers(systemTx, ids) : [];
      const found = stand ? await employerObstacles(systemTx, ids) : [];
      return { a: first, b: second, obstacles: found };
    });
    if (pair.status === 'merged' || !a || !b) return refuse('answered');
    await authorizeBoth(tx, [a.organisation_id, b.organisation_id]);
    const [first] = obstacles;
    if (first) return refuse(first);
    const of = (side: 'a' | 'b') => (side === 'a' ? a : b);
    const stays = of(input.survivor);
    const goes = stays === a ? b : a;
    const mergeId = newId();
    const { organisationId } = pair;
    const more = { named: of(input.name), organisationId, reason: input.reason };
    await mergeTwo(tx, mergeId, { stays, goes }, more);
    await closePair(tx, pair.id, goes.employer.id);
    await recordAudit(tx, {
      action: 'merge_employers',
      entityType: 'record_merge',
      entityId: mergeId,
      organisationId,
      before: { a: a.employer.name, b: b.employer.name },
      after: { stays: input.survivor, name: more.named.employer.name },
      reason: input.reason,
    });
    return ok({ mergeId });
  });
}
