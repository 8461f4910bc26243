import 'server-only';
import { sql } from 'drizzle-orm';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { figureRows } from '@/lib/figures';
import { read, readOnRecord, within } from '@/lib/transaction';
import { askedPeriod } from '../rules/asked-period';
import type { UnionRowsFilter } from '../schema';
import { readAskedUnit, unitsAsked } from './asked-unit';
import { readFigureTerms } from './read-figures';
import { setsFor, unionFigureOf } from './union-sets';

const PAGE = 50;

/** One row behind a number, as its set words it. */
export interface UnionRow extends Record<string, unknown> {
  readonly id: string;
  readonly title: string | null;
  readonly place: string | null;
  readonly words: string | null;
  /** What the address of the row is made of; null where there is none. */
  readonly opens: string | null;
  /** The day from which it counts, `YYYY-MM-DD`; null where nobody knows. */
  readonly day: string | null;
}

/** What a number of a unit and a period was counted from, checked against what its reader may open. */
async function countedBy(tx: Ctx, filter: UnionRowsFilter) {
  const found = unionFigureOf(filter.figure);
  if (!found || !setsFor(tx.actor).includes(found.set)) throw new NotFound('figure');
  const { set, figure } = found;
  const { most } = await readFigureTerms(tx);
  const period = askedPeriod(filter, todayOn(tx.now), most);
  const unit = await readAskedUnit(tx, filter.unit);
  const units = await unitsAsked(tx, set, unit);
  const rows = await set.rows(tx, { ...period, within: unit.top });
  const key = filter.key === undefined ? undefined : sql`key = ${filter.key}`;
  const counted = figureRows(figure, key);
  const line = filter.key === 'own' ? '本级' : unit.lines.find(({ id }) => id === filter.key)?.name;
  const list = (size: number, offset: number) =>
    within(tx, asSystem(tx), (systemTx) =>
      systemTx.db.execute<UnionRow & { total: number }>(sql`
        with ${units}, ${sql.identifier(set.name)} as (${rows}),
        c as (select *, count(*) over ()::int as total from (${counted}) r
          order by ${figure.newest} limit ${size} offset ${offset})
        select c.id, c.day::text as day, c.total, ${set.list.columns} from c ${set.list.joins}
        order by ${figure.newest}`),
    );
  return { set, figure, period, unit, line, list };
}

/**
 * The rows behind one number of members, unions or employers, fifty a page, the newest first: the same rows that were
 * counted. Each look is recorded. Throws NotFound for no figure, one whose rows the reader may not open, and a unit
 * outside their scope.
 */
export const listUnionRows = (ctx: Ctx, filter: UnionRowsFilter) =>
  readOnRecord(ctx, async (tx) => {
    const { list, ...counted } = await countedBy(tx, filter);
    const { figure, period, unit } = counted;
    const rows = await list(PAGE, (filter.page - 1) * PAGE);
    const total = rows[0]?.total ?? 0;
    await recordAudit(tx, {
      action: 'view_figure_rows',
      entityType: 'figure',
      entityId: figure.id,
      organisationId: unit.top[0],
      after: { from: period.from, to: period.to, key: filter.key, rows: total },
    });
    return { ...counted, rows, total, pageSize: PAGE, now: tx.now };
  });

export type UnionRows = Awaited<ReturnType<typeof listUnionRows>>;

/**
 * What a file of these rows says of itself: its number, its words, how many rows. Throws NotFound where
 * `listUnionRows` does; the caller records it.
 */
export const describeUnionRows = (ctx: Ctx, filter: UnionRowsFilter) =>
  read(ctx, async (tx) => {
    const { list, ...counted } = await countedBy(tx, filter);
    return { ...counted, total: (await list(1, 0))[0]?.total ?? 0 };
  });

/**
 * All the rows of `listUnionRows` for a file, so many at a time. Throws NotFound where that does; the caller has
 * recorded it.
 */
export async function* unionRowParts(
  ctx: Ctx,
  filter: UnionRowsFilter,
  size: number,
): AsyncGenerator<UnionRow[]> {
  for (let at = 0; ; at += size) {
    const rows = await read(ctx, async (tx) => (await countedBy(tx, filter)).list(size, at));
    if (rows.length > 0) yield [...rows];
    if (rows.length < size) return;
  }
}
