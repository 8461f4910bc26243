import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { offeringSessions, sessionCapacity } from '@/db/schema/offerings';
import { venues } from '@/db/schema/venues';
import { fitSession, planSession } from '@/features/offerings/rules/plan-session';
import { sessionDetails } from '@/features/offerings/schema/offering';
import type { SessionRow } from '@/features/offerings/steps/lock-offering';
import { copyPlaces } from '@/features/places/steps/make-places';
import type { WorkCalendar } from '@/lib/calendar/workdays';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { shiftBirthdays, shiftInstant } from '../rules/copy';

/** What a copy takes along of an offering's sessions: those not cancelled, in order of time. */
export const listCopied = (tx: Ctx, offeringId: string) =>
  tx.db
    .select({
      session: offeringSessions,
      capacity: sessionCapacity.capacity,
      venueClosedAt: venues.closedAt,
    })
    .from(offeringSessions)
    .innerJoin(sessionCapacity, eq(sessionCapacity.sessionId, offeringSessions.id))
    .leftJoin(venues, eq(venues.id, offeringSessions.venueId))
    .where(and(eq(offeringSessions.offeringId, offeringId), isNull(offeringSessions.cancelledAt)))
    .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id));

/** A session's times so many days on, with the days of the week that it keeps. */
function shifted(session: SessionRow, days: number) {
  const { weekdays, skipHolidays } = sessionDetails.parse(session.details);
  return {
    startsAt: shiftInstant(session.startsAt, days),
    endsAt: shiftInstant(session.endsAt, days),
    weekdays,
    skipHolidays,
  };
}

/** Why the first session of a copy cannot begin on the day asked for, or null. */
export function firstRefused(
  session: SessionRow,
  days: number,
  calendar: WorkCalendar,
  now: Date,
): string | null {
  const planned = planSession(shifted(session, days), calendar, now);
  return planned.ok ? null : (Object.values(planned.fieldErrors)[0] ?? null);
}

/**
 * Copies sessions into another offering, moved by whole days; one whose day of the week no longer fits
 * begins with its first meeting after. Places kept for groups are kept again; what a session asks of its
 * own is asked again, birthdays by the year.
 * @returns the id of each copy with that of its session, in the order given
 */
export async function copySessions(
  tx: Ctx,
  rows: Awaited<ReturnType<typeof listCopied>>,
  {
    offeringId,
    days,
    years,
    calendar,
  }: { offeringId: string; days: number; years: number; calendar: WorkCalendar },
): Promise<{ from: string; to: string }[]> {
  const copies: { from: string; to: string }[] = [];
  for (const { session, capacity, venueClosedAt } of rows) {
    const id = newId();
    copies.push({ from: session.id, to: id });
    const { off, ...times } = fitSession(shifted(session, days), calendar);
    const details = { ...sessionDetails.parse(session.details), off };
    const rules = shiftBirthdays(session.rules, years);
    // A venue that is off the register stays in words alone.
    const venueId = venueClosedAt ? null : session.venueId;
    const own = {
      id,
      offeringId,
      ...times,
      venueId,
      details,
      rules,
      version: 1,
      createdAt: tx.now,
    };
    await tx.db.insert(offeringSessions).values({ ...session, ...own });
    const places = { sessionId: id, capacity };
    await copyPlaces(tx, session.id, places, (first) => shiftInstant(first, days));
  }
  return copies;
}
