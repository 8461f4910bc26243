import 'server-only';
import type { Ctx } from './ctx';
import { read } from './transaction';

interface Wanted<Row> {
  /** All of the list in its order. */
  readonly ids: (tx: Ctx) => Promise<readonly { readonly id: string }[]>;
  /** The rows of some of them, in any order; one that has gone meanwhile is left out. */
  readonly rows: (tx: Ctx, ids: readonly string[]) => Promise<readonly Row[]>;
}

/**
 * A whole list so many rows at a time, in the order in which it stood when it was begun: nobody is in it twice. Each part
 * is a read of its own, so that whoever takes it slowly holds no connection.
 * @param size rows of one part, at least 1
 */
export async function* partsInOrder<Row extends { readonly id: string }>(
  ctx: Ctx,
  size: number,
  { ids, rows }: Wanted<Row>,
): AsyncGenerator<Row[]> {
  const all = (await read(ctx, ids)).map(({ id }) => id);
  for (let at = 0; at < all.length; at += size) {
    const wanted = all.slice(at, at + size);
    const place = new Map(wanted.map((id, index) => [id, index]));
    const found = [...(await read(ctx, (tx) => rows(tx, wanted)))];
    yield found.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }
}
