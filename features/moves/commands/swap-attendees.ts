import 'server-only';
import { and, eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { type BookingRow, findBookingRow } from '@/features/bookings/queries/booking-row';
import { findMoveTarget } from '@/features/bookings/queries/move-target';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { lockBothSessions } from '@/features/places/steps/lock-both-sessions';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { findOpenRequest } from '../queries/open-request';
import { type DeskMoveRefusal, reasonWith, refuseDeskMove } from '../rules/move-request';
import type { SwapAttendeesInput } from '../schema/move';
import { askToMove } from '../steps/ask';
import { lockBookingsOf } from '../steps/lock-request';
import { type SwapRefusal, swapPlaces } from '../steps/swap';

type Refused =
  | DeskMoveRefusal
  | SwapRefusal
  | ConstraintRefusal
  | 'not_found_number'
  | 'same_session'
  | 'same_person'
  | 'session_gone'
  | 'asked_already'
  | 'own_case'
  | 'stale';

type Swapped = Result<
  { bookingId: string; offeringId: string; outcome: 'asked' | 'moved' },
  Refused
>;

const atNumber = (
  reason: Extract<Refused, 'not_found_number' | 'same_session' | 'same_person'>,
  text: string,
) => refuse(reason, { fieldErrors: { number: text } });

const attendeeOf = (b: BookingRow) => b.childId ?? b.personId;

/** The other booking by its number, of the same offering and in another session. */
async function findOther(tx: Ctx, one: BookingRow, number: string) {
  const [found] = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.number, number), eq(bookings.offeringId, one.offeringId)));
  const other = found ? await findBookingRow(tx, found.id) : null;
  if (!other) return atNumber('not_found_number', '本项服务里没有这个预约号，请核对');
  if (other.sessionId === one.sessionId) {
    return atNumber('same_session', '两个人在同一场，不用对调');
  }
  if (attendeeOf(other) === attendeeOf(one)) {
    return atNumber('same_person', '这也是同一个人的预约，不能对调');
  }
  return ok(other);
}

/** Either of them may have moved on, or be asked already. */
async function stopFor(tx: Ctx, b: BookingRow, sessionId: string) {
  if (await isOwnCase(tx, b)) return refuse('own_case' as const);
  if (b.sessionId !== sessionId) return refuse('stale' as const);
  if (await findOpenRequest(tx, b.id)) return refuse('asked_already' as const);
  const refused = refuseDeskMove(b, tx.now);
  return refused && refuse(refused);
}

async function swap(tx: Ctx, input: SwapAttendeesInput): Promise<Swapped> {
  const { bookingId, reason, consent, proof } = input;
  const seen = await findBookingRow(tx, bookingId);
  if (!seen) throw new NotFound('booking');
  authorize(await mayDecide(tx, seen));
  if (await isOwnCase(tx, seen)) return refuse('own_case');
  const found = await findOther(tx, seen, input.number);
  if (!found.ok) return found;
  const { sessionId: toId, id: otherId } = found.value;
  const { left, taken } = await lockBothSessions(tx, seen.sessionId, toId);
  const [booking, other] = await lockBookingsOf(tx, [bookingId, otherId]);
  if (!booking || !other) throw new NotFound('booking');
  const stop = (await stopFor(tx, booking, seen.sessionId)) ?? (await stopFor(tx, other, toId));
  if (stop) return stop;
  if (booking.version !== input.version) return refuse('stale');
  const target = await findMoveTarget(tx, booking, toId);
  const back = await findMoveTarget(tx, booking, booking.sessionId);
  if (!target || !back) return refuse('session_gone');
  const by = await organiserName(tx, booking);
  const askedBy = accountOf(tx.actor);
  if (!askedBy) throw new Error('a swap without an officer');
  const isAsked = consent === 'ask';
  const sides = [
    { booking, target, stock: taken },
    { booking: other, target: back, stock: left },
  ] as const;
  const done = await within(
    tx,
    asSystem(tx),
    async (systemTx): Promise<Result<null, SwapRefusal>> => {
      const said = reasonWith(reason, proof);
      if (!isAsked) return swapPlaces(systemTx, ...sides, { by, said: () => said });
      if (booking.isOverride || other.isOverride) return refuse('special_place');
      await askToMove(systemTx, ...sides, taken, { reason, by, askedBy });
      return ok(null);
    },
  );
  if (!done.ok) return done;
  for (const [one, session] of [
    [booking, toId],
    [other, booking.sessionId],
  ] as const) {
    await recordAudit(tx, {
      action: isAsked ? 'ask_to_swap' : 'swap_attendees',
      entityType: 'booking',
      entityId: one.id,
      organisationId: one.organiserId,
      before: { session: one.sessionId },
      after: { session, consent: isAsked ? 'asked' : 'given' },
      reason: reasonWith(reason, proof),
    });
  }
  const outcome = isAsked ? ('asked' as const) : ('moved' as const);
  return ok({ bookingId, offeringId: booking.offeringId, outcome });
}

/**
 * 对调: two people of different sessions exchange their places in one transaction, once both agree: asked
 * by a notice, or with how they agreed written down (代办). Throws NotFound for a booking that the officer
 * does not see.
 * Refuses, beside the number, `not_found_number`, `same_session`, `same_person`; `session_gone`;
 * `not_movable`, `begun`; `asked_already`; `own_case`; `stale`; `special_place` for a 特批; those of
 * `swapPlaces` and of the constraints of bookings.
 */
export const swapAttendees = (ctx: Ctx, input: SwapAttendeesInput): Promise<Swapped> =>
  mapConstraintErrors(() => transaction(ctx, (tx) => swap(tx, input)));
