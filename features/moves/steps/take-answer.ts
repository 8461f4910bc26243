import 'server-only';
import { eq } from 'drizzle-orm';
import { moveRequests } from '@/db/schema/moves';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import { findMoveTarget } from '@/features/bookings/queries/move-target';
import { changeBooking } from '@/features/bookings/steps/move-booking';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import type { MoveRequestRow } from '../queries/open-request';
import { type DeskMoveRefusal, refuseDeskMove } from '../rules/move-request';
import { endAsIs, storeOutcome } from './close-request';
import { type LockedRequest, lockRequest } from './lock-request';
import { type RelocateRefusal, relocate } from './relocate';
import { type SwapRefusal, swapPlaces } from './swap';

export type AnswerRefusal =
  | 'nothing_asked'
  | 'answered'
  | 'stale'
  | 'session_gone'
  | DeskMoveRefusal
  | RelocateRefusal
  | SwapRefusal;

export interface Answer {
  readonly bookingId: string;
  readonly answer: 'yes' | 'no';
  /** 本人, or the organiser for them. */
  readonly by: string;
  /** How it was given, where the organiser wrote it down. */
  readonly said: string;
}

type Outcome = Result<{ status: 'asked' | 'done' | 'declined' }, AnswerRefusal>;

/** Both bookings still lie where they were when they were asked, and may still be moved. */
function notAsAsked({ request, bookings }: LockedRequest, now: Date) {
  const sessions = [request.fromSessionId, request.toSessionId];
  for (const [at, booking] of bookings.entries()) {
    if (booking.sessionId !== sessions[at]) return refuse('stale' as const);
    const refused = refuseDeskMove(booking, now);
    if (refused) return refuse(refused);
  }
  return null;
}

/**
 * Everyone has agreed: they go over. As the system, under both locks.
 * Refuses `nothing_asked` without a booking; `stale` when one lies elsewhere by now; `session_gone` when one of the sessions is off or has begun;
 * those of `relocate` and `swapPlaces`.
 */
export async function carryOut(
  systemTx: Ctx,
  locked: LockedRequest,
  { by, said, bookingId }: Pick<Answer, 'by' | 'said'> & { readonly bookingId?: string },
): Promise<Result<null, AnswerRefusal>> {
  const { request, bookings, left, taken } = locked;
  const [booking, other] = bookings;
  if (!booking) return refuse('nothing_asked');
  const stop = notAsAsked(locked, systemTx.now);
  if (stop) return stop;
  const target = await findMoveTarget(systemTx, booking, request.toSessionId);
  if (!target) return refuse('session_gone');
  if (!other) {
    const reserved = request.carveOutId;
    const move = { booking, target, left, taken, reserved, by, said };
    const moved = await relocate(systemTx, move);
    if (!moved.ok) return moved;
  } else {
    const back = await findMoveTarget(systemTx, booking, request.fromSessionId);
    if (!back) return refuse('session_gone');
    const one = { booking, target, stock: taken };
    const swapped = await swapPlaces(
      systemTx,
      one,
      { booking: other, target: back, stock: left },
      // How the one agreed is not for the other to read.
      { by, said: (id) => (id === bookingId ? said : '双方同意') },
    );
    if (!swapped.ok) return swapped;
  }
  await storeOutcome(systemTx, request, 'done');
  return ok(null);
}

/** This one agrees; the other of a swap is still asked. */
async function noteAgreed(systemTx: Ctx, { request }: LockedRequest, b: BookingRow, a: Answer) {
  const first = request.bookingId === b.id;
  await systemTx.db
    .update(moveRequests)
    .set(first ? { agreedAt: systemTx.now } : { otherAgreedAt: systemTx.now })
    .where(eq(moveRequests.id, request.id));
  const type = 'move_agreed';
  await changeBooking(systemTx, b, { type, by: a.by, note: a.said || '等对方答复' }, {});
}

/**
 * Takes one answer to the question whether somebody goes over: the last yes carries it out, a no ends it
 * for all. As the system: the answer itself was authorised by the caller.
 * Refuses `nothing_asked` when it is closed or its time is over; `answered` for a second yes; `stale` when a
 * booking lies elsewhere by now; `session_gone`; those of `refuseDeskMove`, `relocate` and `swapPlaces`: then everything stays, and the question, too.
 */
export async function takeAnswer(
  systemTx: Ctx,
  seen: MoveRequestRow,
  given: Answer,
): Promise<Outcome> {
  const locked = await lockRequest(systemTx, seen);
  if (!locked || locked.request.answerBy <= systemTx.now) return refuse('nothing_asked');
  const { request, bookings, taken } = locked;
  const mine = bookings.find((b) => b.id === given.bookingId);
  if (!mine) return refuse('nothing_asked');
  if (given.answer === 'no') {
    const { by, said, bookingId: answeredBy } = given;
    const why = bookings.length > 1 ? '有一方不对调' : '本人不换场次';
    const ending = { status: 'declined', by, why, answeredBy, said } as const;
    await endAsIs(systemTx, request, bookings, taken, ending);
    return ok({ status: 'declined' });
  }
  const stop = notAsAsked(locked, systemTx.now);
  if (stop) return stop;
  const isFirst = request.bookingId === mine.id;
  if (isFirst ? request.agreedAt : request.otherAgreedAt) return refuse('answered');
  const waitsForOther =
    request.otherBookingId !== null && !(isFirst ? request.otherAgreedAt : request.agreedAt);
  if (waitsForOther) {
    await noteAgreed(systemTx, locked, mine, given);
    return ok({ status: 'asked' });
  }
  const done = await carryOut(systemTx, locked, { ...given, said: given.said || '本人同意' });
  return done.ok ? ok({ status: 'done' }) : done;
}
