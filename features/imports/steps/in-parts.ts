import 'server-only';
import { busyCode } from '@/lib/busy';
import { log } from '@/lib/log';

/** So many rows a transaction: its locks are short, its statements few. */
export const PART = 500;

/**
 * Does a part of the rows at once; where the database refuses it, its halves, down to the one row that is to
 * blame. A part whose only fault is that the database is busy is not cut.
 * @param work one transaction each
 * @param refused what becomes of a row that cannot be done
 * @throws when the database takes nothing now
 */
export async function inParts<Row, Done>(
  rows: readonly Row[],
  work: (part: readonly Row[]) => Promise<readonly Done[]>,
  refused: (row: Row) => Promise<readonly Done[]>,
): Promise<Done[]> {
  try {
    return [...(await work(rows))];
  } catch (error) {
    if (busyCode(error)) throw error;
    const [only] = rows;
    if (rows.length > 1) {
      const half = Math.ceil(rows.length / 2);
      const first = await inParts(rows.slice(0, half), work, refused);
      return [...first, ...(await inParts(rows.slice(half), work, refused))];
    }
    log().error('a row of an import cannot be done', { task: 'import' }, error);
    return only === undefined ? [] : [...(await refused(only))];
  }
}
