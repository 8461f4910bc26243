import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { FoundRow } from '../rules/book-row';
import type { BookContext, BookWork } from '../steps/book-work';
import { type WrittenRow, writeRows } from '../steps/write-rows';

export interface RowToRehearse {
  readonly rowId: string;
  readonly found: FoundRow;
}

/** A file as it was read, and what stays the same for all of it. */
export interface Rehearsal {
  readonly work: BookWork;
  readonly lines: readonly FoundRow[];
  readonly context: BookContext;
}

/**
 * The real writing of these rows, in a transaction that is rolled back: what it would come to. Rows without which
 * they cannot be written go before them. As the system. Refuses `rolled_back` itself, each time.
 * @open asked by the job of the review and by who puts a row right, both authorised
 * @unaudited nothing is written
 * @returns what would become of each row, in their order
 */
export async function rehearseRows(
  systemCtx: Ctx,
  part: readonly RowToRehearse[],
  { work, lines, context }: Rehearsal,
): Promise<WrittenRow[]> {
  const first = work.leansOn?.(
    part.map(({ found }) => found),
    lines,
  );
  const before = (first ?? []).map((found) => ({ rowId: newId(), found }));
  let written: WrittenRow[] = [];
  await transaction(systemCtx, async (tx) => {
    const rows = [...before, ...part].map((one) => ({ ...one, choice: null, fingerprint: null }));
    written = await writeRows(tx, work, rows, context);
    return refuse('rolled_back');
  });
  return written.slice(before.length);
}
