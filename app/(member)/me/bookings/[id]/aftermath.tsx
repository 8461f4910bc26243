import { AbsenceCard } from '@/features/absences/components/absence-card';
import { findMyExcuse } from '@/features/absences/queries/excuse';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { RatingLink } from '@/features/ratings/components/rating-link';
import { ratingPath } from '@/features/ratings/messages';
import { findMyRating } from '@/features/ratings/queries/my-rating';
import { FollowUpLinks } from '@/features/training/components/follow-up-links';
import { listMyFollowUps } from '@/features/training/queries/follow-ups';
import type { Ctx } from '@/lib/ctx';

/** After the day: how an absence stands, or how the visit was. */
export async function Aftermath({ ctx, booking }: { ctx: Ctx; booking: MyBookingDetail }) {
  const { id, status, now } = booking;
  const rating = status === 'attended' ? await findMyRating(ctx, 'booking', id) : null;
  const asked = booking.kind === 'training' ? await listMyFollowUps(ctx, id) : [];
  return (
    <>
      <AbsenceCard booking={booking} excuse={await findMyExcuse(ctx, id)} now={now} />
      {rating && <RatingLink mine={rating} path={ratingPath(rating)} />}
      <FollowUpLinks asked={asked} />
    </>
  );
}
