import 'server-only';
import { findBookingRow, lockBookingRow } from '@/features/bookings/queries/booking-row';
import { findMoveTarget } from '@/features/bookings/queries/move-target';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import { sameMeetings } from '@/features/bookings/rules/moved';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { bookedTimes, timedOf } from '@/features/offerings/rules/meetings';
import { lockBothSessions } from '@/features/places/steps/lock-both-sessions';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { findOpenRequest } from '../queries/open-request';
import { type DeskMoveRefusal, reasonWith, refuseDeskMove } from '../rules/move-request';
import type { MoveAttendeeInput } from '../schema/move';
import { askToMove } from '../steps/ask';
import { findPlaceIn, type RelocateRefusal, relocate } from '../steps/relocate';

type MoveRefusal =
  | DeskMoveRefusal
  | RelocateRefusal
  | ConstraintRefusal
  | 'same_session'
  | 'session_gone'
  | 'asked_already'
  | 'own_case'
  | 'stale';

type MoveOutcome = Result<
  { bookingId: string; offeringId: string; outcome: 'asked' | 'moved' },
  MoveRefusal
>;

async function move(tx: Ctx, input: MoveAttendeeInput): Promise<MoveOutcome> {
  const { bookingId, sessionId, reason, consent, proof } = input;
  const seen = await findBookingRow(tx, bookingId);
  if (!seen) throw new NotFound('booking');
  authorize(await mayDecide(tx, seen));
  if (await isOwnCase(tx, seen)) return refuse('own_case');
  if (seen.sessionId === sessionId) return refuse('same_session');
  if (!(await findMoveTarget(tx, seen, sessionId))) return refuse('session_gone');
  const { left, taken } = await lockBothSessions(tx, seen.sessionId, sessionId);
  await pausePoint('move:locked');
  const booking = await lockBookingRow(tx, bookingId);
  if (!booking) throw new NotFound('booking');
  if (booking.sessionId !== seen.sessionId) return refuse('stale');
  if (await findOpenRequest(tx, bookingId)) return refuse('asked_already');
  if (booking.version !== input.version) return refuse('stale');
  const refused = refuseDeskMove(booking, tx.now);
  if (refused) return refuse(refused);
  const target = await findMoveTarget(tx, booking, sessionId);
  if (!target) return refuse('session_gone');
  const by = await organiserName(tx, booking);
  const askedBy = accountOf(tx.actor);
  if (!askedBy) throw new Error('a move without an officer');
  const isAsked = consent === 'ask' && !sameMeetings(bookedTimes(booking), timedOf(target));
  const done = await within(
    tx,
    asSystem(tx),
    async (systemTx): Promise<Result<null, MoveRefusal>> => {
      if (!isAsked) {
        const said = reasonWith(reason, proof);
        const places = { left, taken, reserved: null };
        const moved = await relocate(systemTx, { booking, target, ...places, by, said });
        return moved.ok ? ok(null) : moved;
      }
      const found = await findPlaceIn(systemTx, booking, target, taken);
      if (!found.ok) return found;
      await askToMove(systemTx, { booking, target }, null, taken, { reason, by, askedBy });
      return ok(null);
    },
  );
  if (!done.ok) return done;
  await recordAudit(tx, {
    action: isAsked ? 'ask_to_move' : 'move_attendee',
    entityType: 'booking',
    entityId: bookingId,
    organisationId: booking.organiserId,
    before: { session: booking.sessionId },
    after: { session: sessionId, consent: isAsked ? 'asked' : proof ? 'given' : '时间不变' },
    reason: reasonWith(reason, proof),
  });
  const outcome = isAsked ? ('asked' as const) : ('moved' as const);
  return ok({ bookingId, offeringId: booking.offeringId, outcome });
}

/**
 * 换场次: the organiser moves somebody to another session of the same offering. At other hours the person
 * is asked first, a place being reserved for the answer, unless how they agreed is written down (代办); at
 * the same hours they are only told. Source: domain.md §3.5. Throws NotFound for a booking that the officer
 * does not see.
 * Refuses `same_session`; `session_gone` for one that is off, over or of another offering; `session_full`
 * with a sentence as `text`; `ineligible` with the words for the new day; `not_movable`, `begun`;
 * `asked_already` while a question stands; `own_case`; `stale`; those of the constraints of bookings.
 */
export const moveAttendee = (ctx: Ctx, input: MoveAttendeeInput): Promise<MoveOutcome> =>
  mapConstraintErrors(() => transaction(ctx, (tx) => move(tx, input)));
