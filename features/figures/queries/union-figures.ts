import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type FigureSet, figureValue } from '@/lib/figures';
import { read, within } from '@/lib/transaction';
import { type AskedPeriod, askedPeriod } from '../rules/asked-period';
import type { UnionFigureFilter } from '../schema';
import { type AskedUnit, readAskedUnit, unitsAsked } from './asked-unit';
import { readFigureTerms } from './read-figures';
import { setsFor } from './union-sets';

/** The number of each figure by its id. */
export type Numbers = Readonly<Record<string, number>>;

interface Row extends Record<string, unknown> {
  key: string | null;
  numbers: Numbers;
}

/** What a set counts, a row for each line and one, with key null, for the whole. */
async function valuesOf(
  tx: Ctx,
  set: FigureSet,
  unit: AskedUnit,
  period: { from: string; to: string },
): Promise<SQL> {
  const rows = await set.rows(tx, { ...period, within: unit.top });
  const columns = set.figures.map((figure) => sql`${figure.id}::text, ${figureValue(figure)}`);
  return sql`(with ${await unitsAsked(tx, set, unit)}, ${sql.identifier(set.name)} as (${rows})
    select key, jsonb_build_object(${sql.join(columns, sql`, `)}) as numbers
    from ${sql.identifier(set.name)} group by grouping sets ((key), ()))`;
}

/** Every number of the sets for a unit and a period: by the key of its line, under null of the whole. One statement. */
export async function countUnionFigures(
  tx: Ctx,
  sets: readonly FigureSet[],
  unit: AskedUnit,
  period: { from: string; to: string },
): Promise<Map<string | null, Numbers>> {
  const parts = await Promise.all(sets.map((set) => valuesOf(tx, set, unit, period)));
  // Whether somebody joined for the first time is asked of every union.
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db.execute<Row>(sql.join(parts, sql` union all `)),
  );
  const counted = new Map<string | null, Numbers>();
  for (const { key, numbers } of rows) counted.set(key, { ...counted.get(key), ...numbers });
  return counted;
}

interface Line {
  readonly key: string;
  readonly label: string;
  /** The unit that the line opens; null for what belongs to no unit below. */
  readonly unitId: string | null;
  readonly numbers: Numbers;
}

export interface UnionFigures {
  readonly period: AskedPeriod;
  readonly unit: AskedUnit;
  /** The unit that the address asked for; undefined where it asked for none. */
  readonly asked: string | undefined;
  readonly sets: readonly FigureSet[];
  readonly whole: Numbers;
  readonly lines: readonly Line[];
  readonly now: Date;
}

/**
 * The figures of members, unions and employers for a period and a unit, line by line of the units below: of the sets
 * whose rows the reader may open, as far as they may. Throws NotFound for a unit outside their scope.
 */
export async function readUnionFigures(ctx: Ctx, filter: UnionFigureFilter): Promise<UnionFigures> {
  return read(ctx, async (tx) => {
    const { most } = await readFigureTerms(tx);
    const period = askedPeriod(filter, todayOn(tx.now), most);
    const unit = await readAskedUnit(tx, filter.unit);
    const sets = setsFor(tx.actor);
    const counted = await countUnionFigures(tx, sets, unit, period);
    const lines: Line[] = unit.lines.map(({ id, name }) => ({
      ...{ key: id, label: name, unitId: id },
      numbers: counted.get(id) ?? {},
    }));
    const own = counted.get('own');
    if (own) lines.push({ key: 'own', label: '本级', unitId: null, numbers: own });
    return {
      period,
      unit,
      asked: filter.unit,
      sets,
      whole: counted.get(null) ?? {},
      lines,
      now: tx.now,
    };
  });
}
