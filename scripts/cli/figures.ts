import { parseArgs } from 'node:util';
import { eq, or } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { type ProvenFigure, readEveryFigure } from '@/features/figures/queries/every-figure';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { isRealDate } from '@/lib/dates';
import { read } from '@/lib/transaction';

const usage = 'npm run cli -- figures --year 2024 [--unit 工会名称] [--json]';

/** The period that the options name: a year, or two days, both included. */
export function periodOfOptions(given: { year?: string; from?: string; to?: string }): {
  from: string;
  to: string;
} {
  const { year, from, to } = given;
  if (year !== undefined) {
    if (!/^\d{4}$/.test(year) || from || to)
      throw new Error(`--year 写四位年份，不再写 --from、--to：${usage}`);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  if (!from || !to || !isRealDate(from) || !isRealDate(to) || from > to)
    throw new Error('请给出 --year 2024，或 --from 2024-01-01 --to 2024-06-30，开始在前');
  return { from, to };
}

async function unitIdOf(name: string): Promise<string> {
  const found = await read(makeCtx(system('命令行')), (tx) =>
    tx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(or(eq(organisations.name, name), eq(organisations.shortName, name))),
  );
  const [unit] = found;
  if (!unit) throw new Error(`没有叫“${name}”的工会，请写全称`);
  if (found.length > 1) throw new Error(`叫“${name}”的不止一个，请写全称`);
  return unit.id;
}

const lineOf = ({ id, label, unit, value, rows, from, to }: ProvenFigure): string =>
  `${String(value).padStart(9)} ${unit}\t${label}\t${from ? `${from} 至 ${to}` : `截至 ${to}`}\t${rows} 行\t${id}`;

/**
 * Prints every figure of a period with its value, words and number of rows: as a table, or with --json as one array.
 * Fails for a period or a unit that is none.
 */
export async function printFigures(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ year: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
      ...{ unit: { type: 'string' }, json: { type: 'boolean' } },
    },
  });
  const period = periodOfOptions(values);
  const unit = values.unit === undefined ? undefined : await unitIdOf(values.unit);
  const figures = await readEveryFigure(makeCtx(system('命令行')), { ...period, unit });
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else for (const each of figures) console.log(lineOf(each));
}
