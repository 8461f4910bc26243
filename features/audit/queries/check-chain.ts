import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { inspectLedger, type LedgerReport } from '@/lib/ledger/inspect';
import { canSuperviseLedger } from '../policy';

export type ChainReport = LedgerReport;

/**
 * Walks the sixteen chains of the ledger and compares them with what was signed each night.
 * @returns how many lines were checked, and the first line of each chain that does not fit
 */
export async function checkChain(ctx: Ctx): Promise<ChainReport> {
  authorize(canSuperviseLedger.anywhere(ctx.actor));
  return inspectLedger(ctx);
}
