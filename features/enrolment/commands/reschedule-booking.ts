import 'server-only';
import { and, eq } from 'drizzle-orm';
import { bookingEvents } from '@/db/schema/bookings';
import { offerings } from '@/db/schema/offerings';
import { actsFor } from '@/features/bookings/queries/acts-for';
import {
  type BookingRow,
  findBookingRow,
  lockBookingRow,
  noticeFacts,
} from '@/features/bookings/queries/booking-row';
import { findMoveTarget, type MoveTarget } from '@/features/bookings/queries/move-target';
import {
  movedEvent,
  type RescheduleRefusal,
  refuseReschedule,
  rescheduleLimit,
} from '@/features/bookings/rules/reschedule';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { moveToSession } from '@/features/bookings/steps/move-to-session';
import { findMoveIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { grantPlace } from '@/features/places/rules/places';
import { freePlace } from '@/features/places/steps/free-place';
import { lockBothSessions } from '@/features/places/steps/lock-both-sessions';
import { storeAvailability } from '@/features/places/steps/lock-places';
import { askWhoMoved } from '@/features/questions/steps/ask-again';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { movedNotice } from '../messages';
import type { RescheduleInput } from '../schema/reschedule';

type MoveRefusal =
  | RescheduleRefusal
  | ConstraintRefusal
  | 'same_slot'
  | 'slot_gone'
  | 'slot_full'
  | 'moved_meanwhile'
  | 'ineligible';

async function movesOf(tx: Ctx, booking: BookingRow): Promise<{ limit: number; moved: number }> {
  const [offering] = await tx.db
    .select({ details: offerings.details })
    .from(offerings)
    .where(eq(offerings.id, booking.offeringId));
  const own = and(eq(bookingEvents.bookingId, booking.id), eq(bookingEvents.type, movedEvent));
  const moved = await tx.db.$count(bookingEvents, own);
  return { limit: rescheduleLimit(booking.kind, offering?.details ?? {}), moved };
}

/** The rules once more for the new day. */
async function whyNot(
  tx: Ctx,
  booking: BookingRow,
  sessionId: string,
): Promise<Refusal<'ineligible'> | null> {
  const failed = await findMoveIneligibility(tx, { ...booking, sessionId });
  if (!failed) return null;
  const { reason: text, note = '', fix } = failed;
  return refuse('ineligible', { detail: { text, note, fix: fix?.text ?? '' } });
}

const write = (tx: Ctx, booking: BookingRow, target: MoveTarget): Promise<number> =>
  moveToSession(
    tx,
    booking,
    { id: target.id, period: periodLiteral(timedOf(target)), carveOutId: null },
    {
      type: movedEvent,
      by: '本人',
      note: `改到${sessionWhen(timedOf(target), tx.now)}，${target.place}`,
    },
  );

/**
 * 改期: moves a booking to another session of the same offering, as often as the offering allows. The new
 * place is taken and the old one passed on to the next in one transaction, under both capacity locks. Full,
 * or others waiting there, is a refusal: nobody loses the place they have. Throws NotFound for a booking
 * that the actor does not see.
 * Refuses `same_slot`; `moved_meanwhile` when it lies in another session by now; `slot_gone` for a
 * session that is not to be had; `ineligible` with the rule's words; `slot_full`.
 */
export async function rescheduleBooking(
  ctx: Ctx,
  { bookingId, sessionId }: RescheduleInput,
): Promise<Result<{ bookingId: string }, MoveRefusal>> {
  const work = async (tx: Ctx): Promise<Result<{ bookingId: string }, MoveRefusal>> => {
    const seen = await findBookingRow(tx, bookingId);
    if (!seen) throw new NotFound('booking');
    if (seen.sessionId === sessionId) return refuse('same_slot');
    const { left, taken } = await lockBothSessions(tx, seen.sessionId, sessionId);
    const booking = await lockBookingRow(tx, bookingId);
    if (!booking) throw new NotFound('booking');
    authorize(await actsFor(tx, booking));
    if (booking.sessionId !== seen.sessionId) return refuse('moved_meanwhile');
    const moves = await movesOf(tx, booking);
    const refused = refuseReschedule(booking, moves, tx.now);
    if (refused) return refuse(refused, { detail: { most: moves.limit } });
    const target = await findMoveTarget(tx, booking, sessionId);
    if (!target) return refuse('slot_gone');
    const ineligible = await whyNot(tx, booking, sessionId);
    if (ineligible) return ineligible;
    const granted = grantPlace(taken.places, { needsApproval: false, waitlistMax: 0 });
    if (granted === 'full') return refuse('slot_full');
    const version = await write(tx, booking, target);
    await storeAvailability(tx, sessionId, { ...taken, places: granted.places });
    await freePlace(tx, booking, booking.status, left);
    await recordAudit(tx, {
      action: 'reschedule_booking',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: booking.organiserId,
      before: { session: booking.sessionId },
      after: { session: sessionId, moved: moves.moved + 1 },
    });
    const { title: session, startsAt, endsAt, place } = target;
    const now = { ...noticeFacts(booking, version), session, startsAt, endsAt, place };
    await notify(tx, { accountId: booking.accountId, ...movedNotice(now, tx.now) });
    const { offeringId } = booking;
    await within(tx, asSystem(tx), (systemTx) =>
      askWhoMoved(systemTx, { offeringId, sessionId }, [bookingId]),
    );
    return ok({ bookingId });
  };
  return mapConstraintErrors(() => transaction(ctx, work));
}
