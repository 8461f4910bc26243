import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings, offeringSessions } from '@/db/schema/programmes';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { notify } from '@/lib/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { sessionChangedNotice } from '../messages';
import { canManageOfferings } from '../policy';
import { findBookingRow, noticeFacts } from '../queries/booking-row';
import { openStatuses } from '../rules/booking';
import { periodLiteral } from '../rules/meetings';
import type { ChangeSessionInput, SessionContent } from '../schema/manage-session';
import { sessionDetails } from '../schema/offering';
import { holdSession, type SessionRow } from './hold-offering';
import { lockPlaces } from './lock-places';
import { recordBookingEvent } from './move-booking';
import { resizePlaces } from './resize-places';

type Refused = 'over' | 'changed_meanwhile' | 'below_taken' | 'holders_clash' | 'invalid';

const sameTimes = (a: SessionRow, b: SessionContent) =>
  a.startsAt.getTime() === b.startsAt.getTime() &&
  a.endsAt.getTime() === b.endsAt.getTime() &&
  sessionDetails.parse(a.details).weekdays.join() === b.details.weekdays.join();

/** Carries the new hours into every booking, where overlap is judged, and tells its owner once. */
async function tellHolders(
  tx: Ctx,
  session: SessionRow,
  content: SessionContent,
  by: string,
): Promise<void> {
  const weekdays = content.details.weekdays;
  const moved = await tx.db
    .update(bookings)
    .set({
      period: periodLiteral({ ...content, weekdays }),
      calendarSequence: sql`${bookings.calendarSequence} + 1`,
      version: sql`${bookings.version} + 1`,
      updatedAt: tx.now,
    })
    .where(and(eq(bookings.sessionId, session.id), inArray(bookings.status, openStatuses)))
    .returning({ id: bookings.id });
  for (const { id } of moved) {
    const booking = await findBookingRow(tx, id);
    if (!booking) continue;
    const { status } = booking;
    await recordBookingEvent(tx, {
      bookingId: id,
      type: 'rescheduled',
      from: status,
      to: status,
      by,
    });
    const notice = sessionChangedNotice(noticeFacts(booking, booking.version), tx.now);
    await notify(tx, { accountId: booking.accountId, ...notice });
  }
}

async function change(
  tx: Ctx,
  { sessionId, version, content }: ChangeSessionInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  const { offering, session, path, organiser } = await holdSession(tx, sessionId);
  authorize(canManageOfferings[offering.kind](tx.actor, path));
  const ended = offering.status === 'finished' || offering.status === 'cancelled';
  if (ended || session.cancelledAt) return refuse('over');
  if (session.version !== version) {
    return refuse('changed_meanwhile', { detail: { version: session.version } });
  }
  const retimed = !sameTimes(session, content);
  if (retimed && content.startsAt <= tx.now) {
    return refuse('invalid', { fieldErrors: { startsOn: '开始时间已过，请选以后的时间' } });
  }
  const before = await lockPlaces(tx, sessionId);
  const { capacity, ...rest } = content;
  await tx.db
    .update(offeringSessions)
    .set({ ...rest, version: version + 1 })
    .where(and(eq(offeringSessions.id, sessionId), eq(offeringSessions.version, version)));
  if (retimed || session.place !== content.place) {
    await tellHolders(tx, session, content, organiser);
  }
  const resized = await resizePlaces(tx, sessionId, capacity);
  if (!resized.ok) {
    const { taken = 0, reserved = 0, least = taken } = resized.detail ?? {};
    const kept = Number(reserved) > 0 ? `，另预留 ${reserved} 个` : '';
    const text = `当前已有 ${taken} 人预约${kept}，名额不能少于 ${least}`;
    return refuse('below_taken', { fieldErrors: { capacity: text }, detail: { taken: least } });
  }
  await recordAudit(tx, {
    action: 'change_session',
    entityType: 'offering_session',
    entityId: sessionId,
    organisationId: offering.organisationId,
    before: {
      title: session.title,
      place: session.place,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      capacity: before?.capacity,
    },
    after: content,
  });
  return ok({ offeringId: offering.id });
}

/**
 * Changes a session. Fewer places than are taken is refused with the number; more goes to the queue in
 * the same transaction. A new time or place reaches every holder, unless it would clash with what one
 * of them has booked elsewhere: then the change is refused and nobody is moved.
 */
export async function changeSession(
  ctx: Ctx,
  input: ChangeSessionInput,
): Promise<Result<{ offeringId: string }, Refused>> {
  try {
    return await transaction(ctx, (tx) => change(tx, input));
  } catch (error) {
    if (violates(error, 'bookings_no_overlap')) return refuse('holders_clash');
    throw error;
  }
}
