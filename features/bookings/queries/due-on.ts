import 'server-only';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { addWorkdays } from '@/lib/calendar/workdays';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { bookingDecisionDays } from '../settings';

/**
 * The last day on which a booking that waits for approval should be answered, in workdays.
 * `YYYY-MM-DD`.
 */
export async function bookingDueOn(tx: Ctx): Promise<string> {
  const { bookingDecisionDays: days } = await readSettings(tx, { bookingDecisionDays });
  return addWorkdays(todayOn(tx.now), days, await readWorkCalendar(tx));
}
