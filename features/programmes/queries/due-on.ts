import 'server-only';
import { holidays } from '@/db/schema/kernel';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { addWorkdays, workCalendarOf } from '@/lib/workdays';
import { bookingDecisionDays } from '../settings';

/** The last day on which a booking that waits for approval should be answered, in workdays. */
export async function bookingDueOn(tx: Ctx): Promise<string> {
  const { bookingDecisionDays: days } = await readSettings(tx, { bookingDecisionDays });
  const rows = await tx.db.select({ on: holidays.on, kind: holidays.kind }).from(holidays);
  return addWorkdays(todayOn(tx.now), days, workCalendarOf(rows));
}
