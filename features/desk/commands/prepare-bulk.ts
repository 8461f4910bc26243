import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { type BulkKind, prepareRun, type Selected } from '@/lib/forms/bulk-run';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { hasInbox } from '../policy';
import { listSelectable, listTicked } from '../queries/selected';
import type { PrepareBulk } from '../schema/bulk';
import { bulkMost } from '../settings';

/**
 * Notes down what an officer selected, with the versions of this moment, so that it can be looked through
 * before anything is decided: ticked rows, or all that waits within the list’s filter. Applications and
 * bookings make a run each.
 * Refuses `none_selected`; `too_many` with `most` when the filter holds more than the setting.
 * @unaudited selecting decides nothing; the start is on record
 * @returns the first run's id
 */
export async function prepareBulk(
  ctx: Ctx,
  { item, all, back }: PrepareBulk,
): Promise<Result<{ runId: string }, 'none_selected' | 'too_many'>> {
  return transaction(ctx, async (tx) => {
    authorize(hasInbox(tx.actor));
    const { bulkMost: most } = await readSettings(tx, { bulkMost });
    const chosen = all ? await listSelectable(tx, back ?? '', most) : await listTicked(tx, item);
    const total = chosen.applications.length + chosen.bookings.length;
    if (total === 0) return refuse('none_selected');
    if (total > most) return refuse('too_many', { detail: { most: most.toLocaleString('zh-CN') } });
    const batchId = newId();
    const runs: string[] = [];
    for (const [kind, rows] of Object.entries(chosen) as [BulkKind, readonly Selected[]][]) {
      if (rows.length > 0) runs.push(await prepareRun(tx, { batchId, kind, rows }));
    }
    const [runId = ''] = runs;
    return ok({ runId });
  });
}
