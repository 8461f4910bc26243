import 'server-only';
import { eq } from 'drizzle-orm';
import { moveRequests } from '@/db/schema/moves';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { changeBooking } from '@/features/bookings/steps/move-booking';
import { releaseCarveOut } from '@/features/places/rules/availability';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import type { LockedAvailability } from '@/features/places/steps/lock-places';
import type { Ctx } from '@/lib/ctx';
import { Conflict } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { moveEndedAsIsNotice } from '../messages';
import type { MoveRequestRow } from '../queries/open-request';
import { canEndRequest, type MoveRequestStatus } from '../rules/move-request';

/**
 * Writes how the question came out. The caller holds the locks of both sessions. Throws Conflict when it has
 * ended already.
 */
export async function storeOutcome(
  systemTx: Ctx,
  request: MoveRequestRow,
  status: Exclude<MoveRequestStatus, 'asked'>,
  closedNote: string | null = null,
): Promise<void> {
  if (!canEndRequest(request.status, status)) throw new Conflict('move request has ended');
  await systemTx.db
    .update(moveRequests)
    .set({ status, closedAt: systemTx.now, closedNote })
    .where(eq(moveRequests.id, request.id));
}

export interface Ending {
  readonly status: 'declined' | 'lapsed' | 'withdrawn';
  readonly by: string;
  /** As its people read it: 您没有在时限内答复. */
  readonly why: string;
  /** Whose answer ended it; everyone else is told. */
  readonly answeredBy?: string | undefined;
  /** How that answer was given; nobody else reads it. */
  readonly said?: string | undefined;
}

/**
 * Nothing comes of it: everyone stays where they are, the place that was reserved flows on, and each is
 * told who does not know it from their own answer. As the system, under both locks. Throws Conflict when it
 * has ended already.
 * @param asked those of the bookings that still hold their place
 */
export async function endAsIs(
  systemTx: Ctx,
  request: MoveRequestRow,
  asked: readonly BookingRow[],
  taken: LockedAvailability,
  { status, by, why, answeredBy, said }: Ending,
): Promise<void> {
  await storeOutcome(systemTx, request, status, why);
  if (request.carveOutId) {
    const opened = releaseCarveOut(taken, request.carveOutId, systemTx.now);
    await allocateFreedPlaces(systemTx, request.toSessionId, opened);
  }
  for (const booking of asked) {
    const version = await changeBooking(
      systemTx,
      booking,
      { type: `move_${status}`, by, note: (booking.id === answeredBy && said) || why },
      {},
    );
    if (booking.id === answeredBy) continue;
    const notice = moveEndedAsIsNotice(noticeFacts(booking, version), why, systemTx.now);
    await notify(systemTx, { accountId: booking.accountId, ...notice });
  }
}
