import { MyEntryFacts } from '@/features/programmes/components/draw/my-entry';
import { getMyEntry } from '@/features/programmes/queries/draw/my-entry';
import type { MyBookingDetail } from '@/features/programmes/queries/my-bookings';
import type { Ctx } from '@/lib/ctx';

/** The draw this booking entered, if any. */
export async function Entry({ ctx, booking }: { ctx: Ctx; booking: MyBookingDetail }) {
  const entry = await getMyEntry(ctx, booking.id);
  return entry && <MyEntryFacts entry={entry} position={booking.position} />;
}
