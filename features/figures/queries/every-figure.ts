import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { offeringKinds } from '@/db/schema/enums';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type Figure, figureRows, figureValue } from '@/lib/figures';
import { read } from '@/lib/transaction';
import { type AskedUnit, readAskedUnit, unitsAsked } from './asked-unit';
import { countedSets, wholeScope } from './lines';
import { readFigureTerms } from './read-figures';
import { serviceFigures } from './registered';
import { unionSets } from './union-sets';

/** A figure with its number, and how many rows the list behind it has. */
export interface ProvenFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly about: string;
  /** Days the number is of, both included; `from` is null of what is counted as it stands on `to`. */
  readonly from: string | null;
  readonly to: string;
  readonly value: number;
  /** As many as `value` where rows or things are counted; where amounts are summed, the rows that have them. */
  readonly rows: number;
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Number and number of rows of each figure, the two made apart: by the aggregate, and by counting the list. */
async function prove(tx: Ctx, begin: SQL, figures: readonly Figure[]) {
  const columns = figures.flatMap((figure) => {
    const value = sql`(select ${figureValue(figure)} from ${sql.identifier(figure.from)})`;
    const rows = sql`(select count(*)::int from (${figureRows(figure)}) r)`;
    return [sql`${figure.id}::text, jsonb_build_array(${value}, ${rows})`];
  });
  const [row] = await tx.db.execute<{ numbers: Record<string, [number, number]> }>(
    sql`${begin} select jsonb_build_object(${sql.join(columns, sql`, `)}) as numbers`,
  );
  return figures.map((figure) => {
    const [value = 0, rows = 0] = row?.numbers[figure.id] ?? [];
    return { figure, value, rows };
  });
}

async function ofUnions(tx: Ctx, unit: AskedUnit, period: Period): Promise<ProvenFigure[]> {
  const today = todayOn(tx.now);
  const all: ProvenFigure[] = [];
  for (const set of unionSets) {
    const rows = await set.rows(tx, { ...period, within: unit.top });
    const begin = sql`with ${await unitsAsked(tx, set, unit)}, ${sql.identifier(set.name)} as materialized (${rows})`;
    for (const { figure, ...numbers } of await prove(tx, begin, set.figures)) {
      const { id, label, unit: measure, about, time } = figure;
      const from = time === 'period' ? period.from : null;
      all.push({
        id,
        label,
        unit: measure,
        about,
        from,
        to: time === 'now' ? today : period.to,
        ...numbers,
      });
    }
  }
  return all;
}

async function ofServices(tx: Ctx, unit: AskedUnit, period: Period): Promise<ProvenFigure[]> {
  const { bands } = await readFigureTerms(tx);
  const all: ProvenFigure[] = [];
  for (const kind of offeringKinds) {
    const begin = countedSets(wholeScope(unit.top), { ...period, kind, by: 'kind', bands });
    for (const { figure, ...numbers } of await prove(tx, begin, serviceFigures)) {
      const { id, label, unit: measure, about } = figure;
      const words = `${offeringKindLabels[kind]}：${label}`;
      all.push({ id: `${kind}.${id}`, label: words, unit: measure, about, ...period, ...numbers });
    }
  }
  return all;
}

/**
 * Every figure of a period for a unit, for the command line: members, unions and employers, then each kind of
 * service. As the system alone. Throws NotFound for no such unit; Error for any other actor.
 * @param asked days `YYYY-MM-DD`, both included; `unit` an id, else the whole federation
 */
export async function readEveryFigure(
  ctx: Ctx,
  { unit: id, ...period }: Period & { readonly unit?: string | undefined },
): Promise<ProvenFigure[]> {
  if (ctx.actor.kind !== 'system') throw new Error('only at the server');
  return read(ctx, async (tx) => {
    const unit = await readAskedUnit(tx, id);
    return [...(await ofUnions(tx, unit, period)), ...(await ofServices(tx, unit, period))];
  });
}
