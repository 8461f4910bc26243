import 'server-only';
import { bookingEvents } from '@/db/schema/bookings';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import type { Ctx } from '@/lib/ctx';

/** One line in the history of a booking that stays as it is, by whoever acts; none when there is no note. */
export async function noteInHistory(
  tx: Ctx,
  { id, status }: MyBookingDetail,
  type: 'supplemented' | 'consent_withdrawn',
  note: string | null,
): Promise<void> {
  if (!note || tx.actor.kind !== 'account') return;
  await tx.db.insert(bookingEvents).values({
    ...{ bookingId: id, at: tx.now, type, fromStatus: status, toStatus: status, note },
    ...{ actorAccountId: tx.actor.accountId, actorLabel: '本人' },
  });
}
