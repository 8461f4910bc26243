import 'server-only';
import { workdayTerms } from '@/features/clocks/rules/due';
import { endClocks, type PlannedClock, planClock } from '@/features/clocks/steps/start-clock';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { answerOfBookings } from '../rules/answer';
import type { BookingStatus } from '../rules/booking';
import { bookingDecisionDays } from '../settings';

/** Until when a booking that comes to wait for approval now should be answered, in working days. */
export async function planAnswer(tx: Ctx): Promise<PlannedClock> {
  const { bookingDecisionDays: length } = await readSettings(tx, { bookingDecisionDays });
  return planClock(tx, { startOn: todayOn(tx.now), terms: workdayTerms(length) });
}

/** The organiser has answered these, or nobody waits for an answer any more. */
export async function endAnswers(
  tx: Ctx,
  left: readonly { id: string; status: BookingStatus }[],
  to: BookingStatus,
): Promise<void> {
  const ids = left.filter(({ status }) => status === 'pending').map(({ id }) => id);
  if (ids.length === 0 || to === 'pending') return;
  await endClocks(tx, answerOfBookings(ids), to === 'cancelled' ? 'withdrawn' : 'met');
}
