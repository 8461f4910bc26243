import 'server-only';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import type { MoveTarget } from '@/features/bookings/queries/move-target';
import { swappedEvent } from '@/features/bookings/rules/reschedule';
import { moveToSession } from '@/features/bookings/steps/move-to-session';
import { ineligibleWordsAtDesk } from '@/features/eligibility/rules/ineligibility';
import { findMoveIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { lockFamilies } from '@/features/eligibility/steps/lock-household';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { readMemberGroups } from '@/features/places/queries/waitlist-context';
import { placeFor, releasePlace, takePlace } from '@/features/places/rules/availability';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import type { LockedAvailability } from '@/features/places/steps/lock-places';
import { askWhoMoved } from '@/features/questions/steps/ask-again';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { movedByDeskNotice } from '../messages';
import { factsIn, moveNote } from './relocate';

export type SwapRefusal = 'ineligible' | 'special_place' | 'reserved_for_group';

/** One of the two, where they go, and the places there. */
interface Side {
  readonly booking: BookingRow;
  readonly target: MoveTarget;
  readonly stock: LockedAvailability;
}

interface Said {
  readonly by: string;
  /** Why, and how they agreed, as the owner of this booking reads it. */
  readonly said: (bookingId: string) => string;
}

/** Into the place that the other has just left. */
async function goOver(
  systemTx: Ctx,
  { booking, target, stock }: Side,
  { by, said }: Said,
): Promise<Result<{ stock: LockedAvailability; version: number }, SwapRefusal>> {
  const groups = await readMemberGroups(systemTx, booking.id, stock.carveOuts);
  const place = placeFor(stock, groups);
  if (!place) return refuse('reserved_for_group');
  const to = { id: target.id, period: periodLiteral(timedOf(target)), ...place };
  const note = moveNote(target, systemTx.now, said(booking.id));
  const version = await moveToSession(systemTx, booking, to, { type: swappedEvent, by, note });
  return ok({ stock: takePlace(stock, place.carveOutId), version });
}

/** Judged once both lie where they go: a limit by town counts neither of them twice. */
async function bars(systemTx: Ctx, { booking, target }: Side) {
  const failed = await findMoveIneligibility(
    systemTx,
    { ...booking, sessionId: target.id },
    'desk',
  );
  if (!failed) return null;
  const text = `${booking.number}，${ineligibleWordsAtDesk(failed)}`;
  return refuse('ineligible' as const, { fieldErrors: { number: text }, detail: { text } });
}

/**
 * Two people exchange their places: each must fit the other session like anyone, and neither place is
 * offered to the queue in between. As the system, under both locks.
 * Refuses `special_place` for a 特批; `reserved_for_group` when a place is for a group that the other is
 * not in; `ineligible` with the number and the words as `text`.
 */
export async function swapPlaces(
  systemTx: Ctx,
  one: Side,
  other: Side,
  said: Said,
): Promise<Result<null, SwapRefusal>> {
  if (one.booking.isOverride || other.booking.isOverride) return refuse('special_place');
  await lockFamilies(systemTx, [one.booking.personId, other.booking.personId]);
  // Each stock is of the session that its side goes to: the other of the two leaves it.
  const forOne = { ...one, stock: releasePlace(one.stock, other.booking) };
  const forOther = { ...other, stock: releasePlace(other.stock, one.booking) };
  const first = await goOver(systemTx, forOne, said);
  if (!first.ok) return first;
  const second = await goOver(systemTx, forOther, said);
  if (!second.ok) return second;
  const refusal = (await bars(systemTx, one)) ?? (await bars(systemTx, other));
  if (refusal) return refusal;
  const done = [
    { ...one, ...first.value },
    { ...other, ...second.value },
  ];
  for (const { booking, target, stock, version } of done) {
    await allocateFreedPlaces(systemTx, target.id, stock);
    const notice = movedByDeskNotice(factsIn(booking, target, version), systemTx.now);
    await notify(systemTx, { accountId: booking.accountId, ...notice });
    const there = { offeringId: booking.offeringId, sessionId: target.id };
    await askWhoMoved(systemTx, there, [booking.id]);
  }
  return ok(null);
}
