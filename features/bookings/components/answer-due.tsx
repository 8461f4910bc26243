import { DueDay } from '@/features/clocks/components/due-day';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { findAnswer } from '../queries/find-answer';
import type { BookingStatus } from '../rules/booking';

/** How the day until which a waiting booking is answered was counted; the day itself stands above. */
export async function AnswerDue({
  ctx,
  booking,
}: {
  ctx: Ctx;
  booking: { id: string; status: BookingStatus; now: Date };
}) {
  if (booking.status !== 'pending') return null;
  return <DueDay clock={await findAnswer(ctx, booking.id)} today={todayOn(booking.now)} />;
}
