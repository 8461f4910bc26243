import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { type ColumnChange, duplicatePairs, recordMerges } from '@/db/schema/duplicates';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { recordsSeparatedNotice } from '../messages';
import { canMergeRecords } from '../policy';
import { undoObstacle } from '../queries/undo-obstacle';
import { changeWord } from '../rules/undo-words';
import type { SeparateRecordsInput } from '../schema/duplicates';
import { isAsLeft, takeBackChange, whileMerging } from '../steps/change-columns';
import { lockMergedRecords } from '../steps/lock-two';
import { authorizeBoth } from './authorize-both';

type Merge = typeof recordMerges.$inferSelect;

/** A number or a document that another record has by now cannot come back to this one. */
async function isTaken(systemTx: Ctx, { table, id, before }: ColumnChange): Promise<boolean> {
  const column = table === 'accounts' ? 'phone_index' : table === 'people' ? 'id_index' : null;
  const value = column && before?.[column];
  if (!column || typeof value !== 'string') return false;
  const rows = await systemTx.db.execute(sql`
    select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${value} and id <> ${id}::uuid`);
  return rows.length > 0;
}

/** Takes back what nobody has changed since, the last first. @returns the words of what stays as it is now */
async function restore(systemTx: Ctx, changes: readonly ColumnChange[]): Promise<string[]> {
  const stay: string[] = [];
  for (const change of [...changes].reverse()) {
    const free = (await isAsLeft(systemTx, change)) && !(await isTaken(systemTx, change));
    if (free) await takeBackChange(systemTx, change);
    else stay.push(changeWord(change));
  }
  return [...new Set(stay)].reverse();
}

/**
 * Rows go back while both records are there: an employer that was taken away comes first, its line in the register
 * before its visits, what stands in the register only by the merge goes last.
 */
async function separate(systemTx: Ctx, merge: Merge): Promise<string[]> {
  const back = sql`select return_merged_rows(${merge.id}::uuid)`;
  if (merge.kind === 'person') {
    await systemTx.db.execute(back);
    return restore(systemTx, merge.changes);
  }
  const removed = merge.changes.filter(({ after }) => after === null);
  const others = merge.changes.filter(({ after }) => after !== null);
  const stayed = await restore(systemTx, [...others.filter(({ table }) => table === 'employers')]);
  const returned = await restore(systemTx, removed);
  await systemTx.db.execute(back);
  const rest = others.filter(({ table }) => table !== 'employers');
  return [...stayed, ...returned, ...(await restoreEntries(systemTx, rest))];
}

/** A line of the register made by the merge goes only when no visit has come to it since. */
async function restoreEntries(systemTx: Ctx, changes: readonly ColumnChange[]): Promise<string[]> {
  const visited = async ({ id }: ColumnChange) =>
    (
      await systemTx.db.execute(
        sql`select 1 from employer_visits where employer_id = ${id}::uuid limit 1`,
      )
    ).length > 0;
  const free: ColumnChange[] = [];
  const stay: string[] = [];
  for (const change of changes)
    if (change.before === null && (await visited(change))) stay.push(changeWord(change));
    else free.push(change);
  return [...stay, ...(await whileMerging(systemTx, () => restore(systemTx, free)))];
}

async function accountsOf(systemTx: Ctx, merge: Merge): Promise<string[]> {
  const rows = await systemTx.db.execute<{ account_id: string }>(sql`
    select account_id from people where id in (${merge.survivorId}::uuid, ${merge.loserId}::uuid)`);
  return rows.map((row) => row.account_id);
}

async function tellBoth(systemTx: Ctx, merge: Merge): Promise<void> {
  for (const accountId of await accountsOf(systemTx, merge)) {
    const { dedupeKey, ...notice } = recordsSeparatedNotice(merge.id);
    await notify(systemTx, { accountId, ...notice, dedupeKey: `${dedupeKey}:${accountId}` });
  }
}

type Refusal = 'step_up' | 'own_case' | 'undone' | 'later_merge' | 'moved_on';

/**
 * Takes a merge back: both records as they were, every row that followed goes back; what somebody has changed since
 * stays as it is and is named, what has come since stays with the record that stood. The pair is not asked about
 * again until one of them changes. Throws NotFound for a merge outside the officer's unions.
 * Refuses `step_up` without a recent second factor; `own_case` for one's own or one's family's; `undone`; `later_merge` when one of the two was merged again
 * after it; `moved_on` when a 会籍 that followed has been transferred since.
 */
export async function separateRecords(
  ctx: Ctx,
  { mergeId, reason }: SeparateRecordsInput,
): Promise<Result<{ mergeId: string }, Refusal>> {
  authorize(canMergeRecords.anywhere(ctx.actor));
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  return transaction(ctx, async (tx) => {
    const one = eq(recordMerges.id, mergeId);
    const [merge] = await tx.db.select().from(recordMerges).where(one).for('update');
    if (!merge) throw new NotFound('merge');
    await authorizeBoth(tx, [merge.organisationId]);
    const accounts = await within(tx, asSystem(tx), (systemTx) => accountsOf(systemTx, merge));
    for (const accountId of accounts)
      if (await isOwnCase(tx, { accountId })) return refuse('own_case');
    if (merge.undoneAt) return refuse('undone');
    const undoneBy = accountOf(tx.actor);
    if (!undoneBy) throw new NotFound('actor');
    const done = await within(tx, asSystem(tx), async (systemTx) => {
      await lockMergedRecords(systemTx, merge);
      const obstacle = await undoObstacle(systemTx, merge);
      if (obstacle) return obstacle;
      const notUndone = await separate(systemTx, merge);
      const undone = { undoneBy, undoneAt: tx.now, undoReason: reason, notUndone };
      await systemTx.db.update(recordMerges).set(undone).where(one);
      const [aId, bId] = [merge.survivorId, merge.loserId].sort() as [string, string];
      const pair = and(eq(duplicatePairs.aId, aId), eq(duplicatePairs.bId, bId));
      const decided = { decidedBy: undoneBy, decidedAt: tx.now, reason: `合并后拆开：${reason}` };
      await systemTx.db
        .update(duplicatePairs)
        .set({ status: 'different', ...decided })
        .where(pair);
      await tellBoth(systemTx, merge);
      return { notUndone };
    });
    if (typeof done === 'string') return refuse(done);
    await recordAudit(tx, {
      action: 'separate_records',
      entityType: 'record_merge',
      entityId: mergeId,
      organisationId: merge.organisationId,
      after: done,
      reason,
    });
    return ok({ mergeId });
  });
}
