import 'server-only';
import type { z } from 'zod';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import type { Decided } from '@/features/bookings/rules/booking';
import { bookingUndoTransitions } from '@/features/bookings/rules/booking';
import { bookingNoticeKey } from '@/features/bookings/rules/booking-notice';
import { mapConstraintErrors } from '@/features/bookings/steps/map-constraint-errors';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { findIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { placeFor, takePlace } from '@/features/places/rules/availability';
import { lockBooking } from '@/features/places/steps/lock-booking';
import { type LockedAvailability, storeAvailability } from '@/features/places/steps/lock-places';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { recallMessages } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { type NotUndone, type Undoable, undoUntil, whyNotUndone } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';
import type { undoBookingInput } from '../schema/booking';

type UndoRefusal =
  | 'stale'
  | NotUndone
  | 'place_gone'
  | 'already_booked'
  | 'one_per_term'
  | 'overlap';

/** The place it had, or another one that is free and theirs to take; null when there is none. */
function takenAgain(stock: LockedAvailability, { carveOutId, isOverride }: BookingRow) {
  if (isOverride) {
    const places = { ...stock.places, overridden: stock.places.overridden + 1 };
    return { stock: { ...stock, places }, carveOutId };
  }
  const place = placeFor(stock, carveOutId ? [carveOutId] : []);
  return place && { stock: takePlace(stock, place.carveOutId), carveOutId: place.carveOutId };
}

/** Its version is its decision: taking it back makes another one, so that no row remembers the undo. */
async function undoable(tx: Ctx, { decidedBy, decidedAt }: BookingRow): Promise<Undoable> {
  const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
  return { decidedBy, until: undoUntil(decidedAt ?? new Date(0), seconds) };
}

/**
 * Takes a decision back before its notice has left. A refused booking gets its place again only
 * while one is free: what was passed on to the next in the queue stays theirs.
 * Refuses `stale` when something happened since; `undo_too_late` once the notice has left;
 * `place_gone` when no place is free for it or it is ineligible by now.
 */
export async function undoBookingDecision(
  ctx: Ctx,
  input: z.output<typeof undoBookingInput>,
): Promise<Result<Decided, UndoRefusal>> {
  return mapConstraintErrors(() =>
    transaction(ctx, async (tx): Promise<Result<Decided, UndoRefusal>> => {
      const { booking, stock } = await lockBooking(tx, input.bookingId);
      authorize(await mayDecide(tx, booking));
      const decided = booking.status in bookingUndoTransitions && booking.decidedBy !== null;
      if (!decided || booking.version !== input.version) return refuse('stale');
      const me = accountOf(tx.actor);
      const late = whyNotUndone(await undoable(tx, booking), { accountId: me, now: tx.now });
      if (late) return refuse(late);
      if (!(await recallMessages(tx, bookingNoticeKey(booking)))) return refuse('undo_too_late');
      let { carveOutId } = booking;
      if (booking.status === 'refused') {
        const again = takenAgain(stock, booking);
        if (!again) return refuse('place_gone');
        if (await within(tx, asSystem(tx), (systemTx) => findIneligibility(systemTx, booking)))
          return refuse('place_gone');
        await storeAvailability(tx, booking.sessionId, again.stock);
        carveOutId = again.carveOutId;
      }
      const by = await organiserName(tx, booking);
      const version = await moveBooking(
        tx,
        booking,
        { to: 'pending', type: 'undone', by, undo: true },
        {
          carveOutId,
          reason: null,
          sentBackFields: [],
          decidedAt: null,
          decidedBy: null,
        },
      );
      await recordAudit(tx, {
        action: 'undo_booking_decision',
        entityType: 'booking',
        entityId: booking.id,
        organisationId: booking.organiserId,
        before: { status: booking.status },
        after: { status: 'pending' },
      });
      return ok({ bookingId: booking.id, version });
    }),
  );
}
