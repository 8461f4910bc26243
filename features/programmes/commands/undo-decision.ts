import 'server-only';
import type { z } from 'zod';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { recallMessages } from '@/lib/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { bookingNoticeKey } from '../messages';
import { bookingDueOn } from '../queries/due-on';
import { bookingUndoTransitions } from '../rules/booking';
import type { undoBookingInput } from '../schema/booking';
import { type Decided, mayDecide, organiserName, UNDO_SECONDS } from './decide-bookings';
import { holdBooking } from './hold-booking';
import { storePlaces } from './lock-places';
import { moveBooking } from './move-booking';
import { withTypedRefusals } from './typed-refusals';

type UndoRefusal =
  | 'stale'
  | 'place_gone'
  | 'undo_too_late'
  | 'already_booked'
  | 'one_per_term'
  | 'overlap';

/**
 * Takes a decision back before its notice has left. A refused booking gets its place again only
 * while one is free: what was passed on to the next in the queue stays theirs.
 */
export async function undoBookingDecision(
  ctx: Ctx,
  input: z.output<typeof undoBookingInput>,
): Promise<Result<Decided, UndoRefusal>> {
  return withTypedRefusals(() =>
    transaction(ctx, async (tx): Promise<Result<Decided, UndoRefusal>> => {
      const { booking, places } = await holdBooking(tx, input.bookingId);
      authorize(await mayDecide(tx, booking));
      const undoable = booking.status in bookingUndoTransitions && booking.decidedBy !== null;
      if (!undoable || booking.version !== input.version) return refuse('stale');
      const age = tx.now.getTime() - (booking.decidedAt?.getTime() ?? 0);
      if (age > UNDO_SECONDS * 1000) return refuse('undo_too_late');
      if (!(await recallMessages(tx, bookingNoticeKey(booking)))) return refuse('undo_too_late');
      if (booking.status === 'refused') {
        if (places.taken >= places.capacity) return refuse('place_gone');
        await storePlaces(tx, booking.sessionId, { ...places, taken: places.taken + 1 });
      }
      const by = await organiserName(tx, booking);
      const version = await moveBooking(
        tx,
        booking,
        { to: 'pending', type: 'undone', by, undo: true },
        {
          reason: null,
          sentBackFields: [],
          decidedAt: null,
          decidedBy: null,
          dueOn: await bookingDueOn(tx),
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
