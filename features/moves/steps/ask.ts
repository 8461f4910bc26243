import 'server-only';
import { moveRequests } from '@/db/schema/moves';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import type { MoveTarget } from '@/features/bookings/queries/move-target';
import { changeBooking } from '@/features/bookings/steps/move-booking';
import { resizeReserved } from '@/features/places/rules/availability';
import { type LockedAvailability, storePlaces } from '@/features/places/steps/lock-places';
import { addCarveOut } from '@/features/places/steps/make-places';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { readSettings } from '@/lib/settings';
import { moveAskedNotice } from '../messages';
import { moveAnswerBy, silenceAfter } from '../rules/move-request';
import { moveRequestSettings } from '../settings';
import { factsIn, moveNote } from './relocate';

interface Question {
  readonly reason: string;
  readonly by: string;
  readonly askedBy: string;
}

interface Going {
  readonly booking: BookingRow;
  readonly target: MoveTarget;
}

const MINUTE = 60_000;

/** A place of the session they would go to, for this attendee alone; it flows back by itself. */
async function reserveFor(
  systemTx: Ctx,
  { booking, target }: Going,
  stock: LockedAvailability,
  until: Date,
): Promise<string | null> {
  const resized = resizeReserved(stock, { capacity: 0, taken: 0 }, 1);
  // Theirs is a place of a group already: it waits for them there.
  if (!resized.ok) return null;
  const id = newId();
  const position = Math.max(0, ...stock.carveOuts.map((c) => c.position)) + 1;
  const reservedFor = booking.childId ?? booking.personId;
  const criteria = { newFormOnly: false, occupations: [], organisationIds: [], reservedFor };
  const terms = { label: `换场次 ${booking.number}`, capacity: 1, criteria };
  // Later than the answer is due: what ends the question gives the place back itself.
  const returnsAt = new Date(until.getTime() + 10 * MINUTE);
  await addCarveOut(systemTx, target.id, { id, position }, { ...terms, returnsAt });
  await storePlaces(systemTx, target.id, resized.places);
  return id;
}

/**
 * Asks somebody, or both of a swap, whether they go over, by a notice that leads to the answer; for a move
 * a place is reserved meanwhile. As the system, under both locks.
 * @param other the other of a swap, who would come to where the first is
 * @param stock the places of the session that the first would go to
 * @returns until when the answer is awaited
 */
export async function askToMove(
  systemTx: Ctx,
  one: Going,
  other: Going | null,
  stock: LockedAvailability,
  { reason, by, askedBy }: Question,
): Promise<Date> {
  const { moveRequestHours, moveSilence } = await readSettings(systemTx, moveRequestSettings);
  const starts = [one.booking.startsAt, one.target.startsAt];
  const until = moveAnswerBy(starts, moveRequestHours, systemTx.now);
  const carveOutId = other ? null : await reserveFor(systemTx, one, stock, until);
  await systemTx.db.insert(moveRequests).values({
    id: newId(),
    offeringId: one.booking.offeringId,
    organiserId: one.booking.organiserId,
    bookingId: one.booking.id,
    otherBookingId: other?.booking.id ?? null,
    fromSessionId: one.booking.sessionId,
    toSessionId: one.target.id,
    carveOutId,
    reason,
    answerBy: until,
    askedBy,
    askedAt: systemTx.now,
  });
  const silence = silenceAfter(moveSilence, other !== null);
  for (const { booking, target } of other ? [one, other] : [one]) {
    const note = moveNote(target, systemTx.now, reason);
    const version = await changeBooking(systemTx, booking, { type: 'move_asked', by, note }, {});
    const asked = { reason, until, silence };
    const notice = moveAskedNotice(factsIn(booking, target, version), asked, systemTx.now);
    await notify(systemTx, { accountId: booking.accountId, ...notice });
  }
  return until;
}
