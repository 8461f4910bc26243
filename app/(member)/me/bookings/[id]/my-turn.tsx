import { AnswerDue } from '@/features/bookings/components/answer-due';
import type { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { NotYet, OfferPanel } from '@/features/places/components/offer-panel';
import { recheckMyOffer, whyNotYet } from '@/features/places/queries/my-turn';
import type { Ctx } from '@/lib/ctx';

interface Props {
  ctx: Ctx;
  booking: Awaited<ReturnType<typeof getMyBooking>>;
  /** A union entered it. */
  named: boolean;
}

/** What a booking waits for: an answer to the member or of the member, or its turn in the queue. */
export async function MyTurn({ ctx, booking, named }: Props) {
  if (booking.status === 'offered') {
    const verdict = await recheckMyOffer(ctx, booking);
    return <OfferPanel named={named} booking={booking} verdict={verdict} />;
  }
  if (booking.status === 'waitlisted') return <NotYet why={await whyNotYet(ctx, booking)} />;
  return <AnswerDue ctx={ctx} booking={booking} />;
}
