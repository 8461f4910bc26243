import 'server-only';
import { sql } from 'drizzle-orm';
import { runningNumbers } from '@/db/schema/kernel';
import type { Ctx } from './ctx';

/**
 * The next number of a series, e.g. `RH-2026-06-05` → 18. Gap-free within committed work, because
 * the row stays locked until the transaction ends: take it last.
 */
export async function nextNumber(tx: Ctx, series: string): Promise<number> {
  const [row] = await tx.db
    .insert(runningNumbers)
    .values({ series, last: 1 })
    .onConflictDoUpdate({
      target: runningNumbers.series,
      set: { last: sql`${runningNumbers.last} + 1` },
    })
    .returning({ last: runningNumbers.last });
  if (!row) throw new Error(`no number for ${series}`);
  return row.last;
}

/**
 * The next so many numbers of a series at once. Gap-free within committed work, as `nextNumber` is.
 * @returns the first number of them
 */
export async function takeNumbers(tx: Ctx, series: string, count: number): Promise<number> {
  const [row] = await tx.db
    .insert(runningNumbers)
    .values({ series, last: count })
    .onConflictDoUpdate({
      target: runningNumbers.series,
      set: { last: sql`${runningNumbers.last} + ${count}` },
    })
    .returning({ last: runningNumbers.last });
  if (!row) throw new Error(`no numbers for ${series}`);
  return row.last - count + 1;
}
