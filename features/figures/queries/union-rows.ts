import 'server-only';
import { sql } from 'drizzle-orm';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { figureRows } from '@/lib/figures';
import { readOnRecord, within } from '@/lib/transaction';
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

/**
 * The rows behind one number of members, unions or employers, fifty a page, the newest first: the same rows that were
 * counted. Each look is recorded. Throws NotFound for no figure, one whose rows the reader may not open, and a unit
 * outside their scope.
 */
export async function listUnionRows(ctx: Ctx, filter: UnionRowsFilter) {
  const found = unionFigureOf(filter.figure);
  if (!found || !setsFor(ctx.actor).includes(found.set)) throw new NotFound('figure');
  const { set, figure } = found;
  return readOnRecord(ctx, async (tx) => {
    const { most } = await readFigureTerms(tx);
    const period = askedPeriod(filter, todayOn(tx.now), most);
    const unit = await readAskedUnit(tx, filter.unit);
    const { key, page } = filter;
    const [units, rows] = [
      await unitsAsked(tx, set, unit),
      await set.rows(tx, { ...period, within: unit.top }),
    ];
    const counted = figureRows(figure, key === undefined ? undefined : sql`key = ${key}`);
    const listed = await within(tx, asSystem(tx), (systemTx) =>
      systemTx.db.execute<UnionRow & { total: number }>(sql`
        with ${units}, ${sql.identifier(set.name)} as (${rows}),
        c as (select *, count(*) over ()::int as total from (${counted}) r
          order by ${figure.newest} limit ${PAGE} offset ${(page - 1) * PAGE})
        select c.id, c.day::text as day, c.total, ${set.list.columns} from c ${set.list.joins}
        order by ${figure.newest}`),
    );
    const total = listed[0]?.total ?? 0;
    await recordAudit(tx, {
      action: 'view_figure_rows',
      entityType: 'figure',
      entityId: figure.id,
      organisationId: unit.top[0],
      after: { from: period.from, to: period.to, key, rows: total },
    });
    const line = key === 'own' ? '本级' : unit.lines.find(({ id }) => id === key)?.name;
    return { figure, set, rows: listed, total, pageSize: PAGE, period, unit, line, now: tx.now };
  });
}

export type UnionRows = Awaited<ReturnType<typeof listUnionRows>>;
