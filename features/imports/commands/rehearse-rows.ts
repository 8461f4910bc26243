import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { FoundLine } from '../rules/member-lines';
import type { ImportContext } from '../steps/import-context';
import { type WrittenRow, writeRows } from '../steps/write-rows';

export interface RowToRehearse {
  readonly rowId: string;
  readonly found: FoundLine;
}

/**
 * The real writing of these rows, in a transaction that is rolled back: what it would come to. As the system.
 * Refuses `rolled_back` itself, each time.
 * @open asked by the job of the review and by who puts a row right, both authorised
 * @unaudited nothing is written
 * @returns what would become of each row, in their order
 */
export async function rehearseRows(
  systemCtx: Ctx,
  part: readonly RowToRehearse[],
  context: ImportContext,
): Promise<WrittenRow[]> {
  let written: WrittenRow[] = [];
  await transaction(systemCtx, async (tx) => {
    const rows = part.map((one) => ({ ...one, choice: null, fingerprint: null }));
    written = await writeRows(tx, rows, context);
    return refuse('rolled_back');
  });
  return written;
}
