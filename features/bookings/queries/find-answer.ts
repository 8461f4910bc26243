import 'server-only';
import { type ClockView, findClock } from '@/features/clocks/queries/find-clock';
import type { Ctx } from '@/lib/ctx';
import { answerOfBookings } from '../rules/answer';

/** The organiser's time to answer a booking, with its sum; null when it never waited for approval. */
export const findAnswer = (ctx: Ctx, bookingId: string): Promise<ClockView | null> =>
  findClock(ctx, { ...answerOfBookings([]), subjectId: bookingId });
