import type { Actor } from '@/lib/actor';
import {
  type BulkKind,
  type BulkOrder,
  prepareRun,
  type Selected,
  startRun,
} from '@/lib/forms/bulk-run';
import { newId } from '@/lib/ids';
import { transaction } from '@/lib/transaction';
import { as } from './arrange';

export const approving: BulkOrder = { decision: 'approve', reason: null, fields: [] };

/** A run that an officer has begun, as the page of bulk decisions leaves it to the worker; its id. */
export async function aStartedRun(
  officer: Actor,
  kind: BulkKind,
  rows: readonly Selected[],
  order: BulkOrder = approving,
): Promise<string> {
  return transaction(as(officer), async (tx) => {
    const runId = await prepareRun(tx, { batchId: newId(), kind, rows });
    await startRun(tx, runId, order);
    return runId;
  });
}
