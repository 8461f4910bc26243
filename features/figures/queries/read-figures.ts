import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { asSystem } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type Figure, figureValue } from '@/lib/figures';
import { readSettings } from '@/lib/settings';
import { read, within } from '@/lib/transaction';
import { canSeeServiceFigures } from '../policy';
import { askedPeriod } from '../rules/asked-period';
import type { CountedLine } from '../rules/counted-line';
import { bandsOf, dividesSessions, monthsOf } from '../rules/divisions';
import { figureTable } from '../rules/figure-table';
import type { FigureFilter } from '../schema';
import { ageBands, leastInCell, mostFigureMonths } from '../settings';
import { nameLines } from './line-names';
import { type CountedServices, countedSets, readersScope } from './lines';
import { serviceFigures } from './registered';

const closed = sql`not opens`;

/** Value and closed part of each figure of one set, a row for each key and one for the whole; of each kind too. */
const valuesOf = (figures: readonly Figure[], set: string, apart: boolean) => {
  const columns = figures.flatMap((figure) => [
    sql`${figure.id}::text, ${figureValue(figure)}, ${`${figure.id}:closed`}::text, ${figureValue(figure, closed)}`,
  ]);
  const [kind, kinds] = apart ? [sql`kind`, sql`, (kind, key), (kind)`] : [sql`null`, sql``];
  return sql`select ${kind} as kind, key,
    jsonb_build_object(${sql.join(columns, sql`, `)}) as numbers
    from ${sql.identifier(set)} group by grouping sets ((key), ()${kinds})`;
};

interface Row extends Record<string, unknown> {
  kind: string | null;
  key: string | null;
  numbers: Record<string, number>;
}

/** All figures by the key of their line; under null the whole. */
type Counted = Map<string | null, CountedLine>;

/**
 * What is counted by kind of service, under null of all of them. One statement. Kinds apart only for who may read
 * what they may not open: nothing is hidden from others.
 */
async function count(tx: Ctx, asked: CountedServices): Promise<Map<string | null, Counted>> {
  const apart = !asked.kind && canSeeServiceFigures.anywhere(tx.actor);
  const of = (set: string) => serviceFigures.filter(({ from }) => from === set);
  const rows = await within(tx, asSystem(tx), async (systemTx) => {
    // A year of lines is sorted in memory, for this transaction only.
    await systemTx.db.execute(sql`select set_config('work_mem', '64MB', true)`);
    return systemTx.db.execute<Row>(sql`${countedSets(readersScope(tx.actor), asked)}
      ${valuesOf(of('sessions_in'), 'sessions_in', apart)} union all ${valuesOf(of('lines'), 'lines', apart)}`);
  });
  const counted = new Map<string | null, Counted>();
  for (const { kind, key, numbers } of rows) {
    const lines = counted.get(kind) ?? new Map<string | null, CountedLine>();
    const cells = Object.entries(numbers)
      .filter(([id]) => !id.includes(':'))
      .map(([id, value]) => [id, { value, closed: numbers[`${id}:closed`] ?? 0 }]);
    lines.set(key, { ...lines.get(key), ...Object.fromEntries(cells) });
    counted.set(kind, lines);
  }
  return counted;
}

/** The settings of the figures, as they stand. */
export const readFigureTerms = async (tx: Ctx) => {
  const { least, most, bands } = await readSettings(tx, {
    least: leastInCell,
    most: mostFigureMonths,
    bands: ageBands,
  });
  return { least, most, bands: bandsOf(bands) };
};

/**
 * Every figure of services for a period, by what the address divides it, in the scope of whoever asks: of the
 * kinds they decide about, and with `canSeeServiceFigures` of all. What they may not open is hidden where small.
 * Lines in the order of the tree, the calendar or the list.
 */
export async function readFigures(ctx: Ctx, filter: FigureFilter) {
  return read(ctx, async (tx) => {
    const { least, most, bands } = await readFigureTerms(tx);
    const period = askedPeriod(filter, todayOn(tx.now), most);
    const { kind, by } = filter;
    const all = await count(tx, { ...period, kind, by, bands });
    const counted: Counted = all.get(null) ?? new Map();
    const whole = counted.get(null) ?? {};
    const keys = [...counted.keys()].filter((key) => key !== null);
    // A table by people has its sessions under one key of their own, which is no line; months have no gaps.
    const shown =
      by === 'month'
        ? monthsOf(period)
        : keys.filter((key) => dividesSessions(by) || counted.get(key)?.taken?.value);
    const named = await nameLines(tx, by, shown, bands);
    const table = figureTable({
      figures: serviceFigures,
      lines: named.map((line) => ({ ...line, counted: counted.get(line.key) ?? {} })),
      whole,
      apart: [...all].flatMap(([each, lines]) =>
        each === null
          ? []
          : [[...named.map(({ key }) => key), null].map((key) => lines.get(key) ?? {})],
      ),
      dividesSessions: dividesSessions(by),
      least,
    });
    return { period, table, least, now: tx.now, by, kind };
  });
}

export type Figures = Awaited<ReturnType<typeof readFigures>>;
