import 'server-only';
import { sql } from 'drizzle-orm';
import { holidays } from '@/db/schema/kernel';
import type { Ctx } from '../ctx';
import type { NamedCalendar } from './clock-sum';
import { type CalendarDay, type WorkCalendar, workCalendarOf } from './workdays';

/** The published holidays and 调休 days as they stand now; a few dozen rows a year. */
export async function readWorkCalendar(ctx: Ctx): Promise<WorkCalendar> {
  return workCalendarOf(
    await ctx.db.select({ on: holidays.on, kind: holidays.kind }).from(holidays),
  );
}

/** The table of holidays with its names, and which version of it this is; 0 before the first change. */
export interface DatedCalendar extends NamedCalendar {
  readonly version: number;
}

type Row = { version: number; on: string | null; kind: CalendarDay['kind']; name: string };

/** The table and its version by one statement, so that the two belong together. */
export async function readDatedCalendar(ctx: Ctx): Promise<DatedCalendar> {
  const rows = await ctx.db.execute<Row>(sql`
    select v.version, h."on"::text as on, h.kind, h.name
    from (select coalesce(max(version), 0)::int as version from calendar_versions) v
    left join holidays h on true`);
  const days = rows.flatMap(({ on, kind, name }) => (on === null ? [] : [{ on, kind, name }]));
  return {
    version: rows[0]?.version ?? 0,
    days: workCalendarOf(days),
    names: new Map(days.map(({ on, name }) => [on, name])),
  };
}
