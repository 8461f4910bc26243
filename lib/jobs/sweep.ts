import 'server-only';
import { log } from '../log';

export interface Swept {
  readonly done: number;
  readonly failed: number;
}

/**
 * Works through what is due, one item after the other, each in a transaction of its own: an item that
 * fails is logged and left for the next run, and the others still get theirs.
 * @param task the job's name, for the log
 * @param items an array, or pages read as the work goes on
 */
export async function sweep<T extends { id: string }>(
  task: string,
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<unknown>,
): Promise<Swept> {
  let [done, failed] = [0, 0];
  for await (const item of items) {
    try {
      await work(item);
      done += 1;
    } catch (error) {
      failed += 1;
      log().error('one item of a sweep failed', { task, entityId: item.id }, error);
    }
  }
  return { done, failed };
}

/**
 * Every row of a list, page by page in order of `id`: nothing waits behind a first page that is always
 * the same.
 * @param page reads the rows whose id comes after the given one; an empty page is the end
 */
export async function* everyPage<T extends { id: string }>(
  page: (after: string | null) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  for (let after: string | null = null; ; ) {
    const rows: readonly T[] = await page(after);
    const last = rows.at(-1);
    if (!last) return;
    yield* rows;
    after = last.id;
  }
}
