import 'server-only';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { recordBookingEvent } from '@/features/bookings/steps/move-booking';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/** One line in the history of a booking that stays as it is, by whoever acts; none when there is no note. */
export async function noteInHistory(
  tx: Ctx,
  { id, status }: MyBookingDetail,
  type: 'supplemented' | 'consent_withdrawn',
  note: string | null,
): Promise<void> {
  if (!note || !accountOf(tx.actor)) return;
  const stays = { bookingId: id, from: status, to: status };
  await recordBookingEvent(tx, { ...stays, type, by: '本人', note });
}
