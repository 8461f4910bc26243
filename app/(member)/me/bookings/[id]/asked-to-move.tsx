import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { MovedPanel } from '@/features/enrolment/components/moved-panel';
import { MoveRequestPanel } from '@/features/moves/components/move-request-panel';
import { findMyMoveRequest } from '@/features/moves/queries/my-move-request';
import type { Ctx } from '@/lib/ctx';

/** What the organiser asks about a place: whether a new time suits, and whether they go over. */
export async function AskedToMove({ ctx, booking }: { ctx: Ctx; booking: MyBookingDetail }) {
  return (
    <>
      <MovedPanel booking={booking} />
      <MoveRequestPanel request={await findMyMoveRequest(ctx, booking.id)} now={booking.now} />
    </>
  );
}
