import 'server-only';
import { asc, between } from 'drizzle-orm';
import { holidays } from '@/db/schema/kernel';
import { holidaySeedRows } from '@/lib/calendar/holidays-data';
import type { Ctx } from '@/lib/ctx';

export type Holiday = typeof holidays.$inferSelect;

/** Days off and worked weekends of one year, in order. */
export async function listHolidays(ctx: Ctx, year: number): Promise<Holiday[]> {
  return ctx.db
    .select()
    .from(holidays)
    .where(between(holidays.on, `${year}-01-01`, `${year}-12-31`))
    .orderBy(asc(holidays.on));
}

/** True when this version of the portal knows what the State Council announced for the year. */
export const isPublished = (year: number): boolean => holidaySeedRows([year]).length > 0;
