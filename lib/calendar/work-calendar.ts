import 'server-only';
import { holidays } from '@/db/schema/kernel';
import type { Ctx } from '../ctx';
import { type WorkCalendar, workCalendarOf } from './workdays';

/** The published holidays and 调休 days as they stand now; a few dozen rows a year. */
export async function readWorkCalendar(ctx: Ctx): Promise<WorkCalendar> {
  return workCalendarOf(
    await ctx.db.select({ on: holidays.on, kind: holidays.kind }).from(holidays),
  );
}
