import 'server-only';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import type { MoveTarget } from '@/features/bookings/queries/move-target';
import type { NoticeFacts } from '@/features/bookings/rules/booking-notice';
import { movedByDeskEvent } from '@/features/bookings/rules/reschedule';
import { moveToSession } from '@/features/bookings/steps/move-to-session';
import { ineligibleWordsAtDesk } from '@/features/eligibility/rules/ineligibility';
import { findMoveIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { readMemberGroups } from '@/features/places/queries/waitlist-context';
import { freeCarveOut, releaseCarveOut, takePlace } from '@/features/places/rules/availability';
import { grantPlace } from '@/features/places/rules/places';
import { freePlace } from '@/features/places/steps/free-place';
import { type LockedAvailability, storeAvailability } from '@/features/places/steps/lock-places';
import { askWhoMoved } from '@/features/questions/steps/ask-again';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { movedByDeskNotice } from '../messages';
import { fullWords } from '../rules/move-request';

export type RelocateRefusal = 'ineligible' | 'session_full';

/** A booking as its notice speaks of it once it lies in another session. */
export const factsIn = (b: BookingRow, s: MoveTarget, version: number): NoticeFacts => {
  const { title: session, startsAt, endsAt, place, details: sessionDetails } = s;
  return noticeFacts({ ...b, session, startsAt, endsAt, place, sessionDetails }, version);
};

/** 换到7月6日（周一）08:30–11:30，二楼；why, and how they agreed. */
export const moveNote = (s: MoveTarget, now: Date, said: string): string =>
  `换到${s.title}，${sessionWhen(timedOf(s), now)}，${s.place}。${said}`;

/**
 * Whether somebody may go over, on the new day and with the places as they stand: refused before anyone is
 * asked, and again when they have agreed. As the system, under both locks.
 * Refuses `ineligible` with the words as `text`; `session_full` with a sentence as `text`.
 * @returns the carve-out of theirs that the place would come from; null for an open place
 */
export async function findPlaceIn(
  systemTx: Ctx,
  booking: BookingRow,
  target: MoveTarget,
  stock: LockedAvailability,
): Promise<Result<{ carveOutId: string | null }, RelocateRefusal>> {
  const failed = await findMoveIneligibility(
    systemTx,
    { ...booking, sessionId: target.id },
    'desk',
  );
  if (failed) {
    const text = ineligibleWordsAtDesk(failed);
    return refuse('ineligible', { fieldErrors: { sessionId: text }, detail: { text } });
  }
  const groups = await readMemberGroups(systemTx, booking.id, stock.carveOuts);
  const carveOutId = freeCarveOut(stock, groups);
  const terms = { needsApproval: false, waitlistMax: 0 };
  if (grantPlace(stock.places, terms, carveOutId) !== 'full') return ok({ carveOutId });
  const text = fullWords({ title: target.title, ...stock.places });
  return refuse('session_full', { fieldErrors: { sessionId: text }, detail: { text } });
}

interface Relocation {
  readonly booking: BookingRow;
  readonly target: MoveTarget;
  readonly left: LockedAvailability;
  readonly taken: LockedAvailability;
  /** The place that was reserved while they were asked. */
  readonly reserved: string | null;
  /** Who moves it, as the member reads it. */
  readonly by: string;
  readonly said: string;
}

/**
 * A booking goes over: the new place is taken, the old one passed on, its owner told, also of what the other
 * session asks, in one transaction under both capacity locks. A place reserved for them is opened first, so that it flows on like any other
 * when they cancel. As the system.
 * Refuses `ineligible` and `session_full` as `findPlaceIn` does.
 */
export async function relocate(
  systemTx: Ctx,
  { booking, target, left, taken, reserved, by, said }: Relocation,
): Promise<Result<{ version: number }, RelocateRefusal>> {
  const found = await findPlaceIn(systemTx, booking, target, taken);
  if (!found.ok) return found;
  const opened = reserved ? releaseCarveOut(taken, reserved, systemTx.now) : taken;
  const carveOutId = opened === taken ? found.value.carveOutId : null;
  const to = { id: target.id, period: periodLiteral(timedOf(target)), carveOutId };
  const note = moveNote(target, systemTx.now, said);
  const version = await moveToSession(systemTx, booking, to, { type: movedByDeskEvent, by, note });
  await storeAvailability(systemTx, target.id, takePlace(opened, carveOutId));
  await freePlace(systemTx, booking, booking.status, left);
  const notice = movedByDeskNotice(factsIn(booking, target, version), systemTx.now);
  await notify(systemTx, { accountId: booking.accountId, ...notice });
  const there = { offeringId: booking.offeringId, sessionId: target.id };
  await askWhoMoved(systemTx, there, [booking.id]);
  return ok({ version });
}
