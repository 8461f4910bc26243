import 'server-only';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { fitSession } from '@/features/offerings/rules/plan-session';
import { sessionDetails } from '@/features/offerings/schema/offering';
import type { SessionRow } from '@/features/offerings/steps/lock-offering';
import { lockPlaces } from '@/features/places/steps/lock-places';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { WorkCalendar } from '@/lib/calendar/workdays';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { sweep } from '@/lib/jobs/sweep';
import { read, transaction } from '@/lib/transaction';
import { moveHolders } from '../steps/move-holders';

/** The session's times by the calendar of today, or null while they are as they were; past days stay. */
function refitted(session: SessionRow, calendar: WorkCalendar, now: Date) {
  const details = sessionDetails.parse(session.details);
  const fit = fitSession({ ...session, ...details }, calendar);
  const today = todayOn(now);
  const past = details.off.filter((on) => on < today);
  const off = [...past, ...fit.off.filter((on) => on >= today)];
  const startsAt = session.startsAt <= now ? session.startsAt : fit.startsAt;
  const same =
    off.join() === details.off.join() &&
    startsAt.getTime() === session.startsAt.getTime() &&
    fit.endsAt.getTime() === session.endsAt.getTime();
  return same ? null : { startsAt, endsAt: fit.endsAt, details: { ...details, off } };
}

async function follow(tx: Ctx, sessionId: string, calendar: WorkCalendar): Promise<boolean> {
  const places = await lockPlaces(tx, sessionId);
  const [row] = await tx.db
    .select({ session: offeringSessions, by: organisations.shortName, organiser: organisations.id })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .innerJoin(organisations, eq(organisations.id, offerings.organisationId))
    .where(eq(offeringSessions.id, sessionId));
  const changed = row && refitted(row.session, calendar, tx.now);
  if (!row || !places || !changed) return false;
  const { session } = row;
  await tx.db
    .update(offeringSessions)
    .set({ ...changed, version: session.version + 1 })
    .where(eq(offeringSessions.id, sessionId));
  const retimed = changed.startsAt.getTime() !== session.startsAt.getTime();
  await moveHolders(tx, sessionId, changed, { retimed, by: row.by });
  await recordAudit(tx, {
    action: 'follow_calendar',
    entityType: 'offering_session',
    entityId: sessionId,
    organisationId: row.organiser,
    before: { off: sessionDetails.parse(session.details).off, startsAt: session.startsAt },
    after: { off: changed.details.off, startsAt: changed.startsAt },
  });
  return true;
}

/**
 * Brings sessions that leave holidays out in line with the work calendar, once next year's is entered:
 * holders are told, and asked again where the first meeting moves. One whose holder has something else
 * on a day that comes back stays as it was.
 * @open run by the clock, as the system
 * @unaudited each session is, in `follow`
 * @returns how many changed
 */
export async function followCalendar(ctx: Ctx): Promise<number> {
  const systemTx = asSystem(ctx);
  const calendar = await read(systemTx, readWorkCalendar);
  const rows = await read(systemTx, (tx) =>
    tx.db
      .select({ id: offeringSessions.id })
      .from(offeringSessions)
      .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
      .where(
        and(
          sql`${offeringSessions.details}->'skipHolidays' = 'true'::jsonb`,
          isNull(offeringSessions.cancelledAt),
          gt(offeringSessions.endsAt, tx.now),
          inArray(offerings.status, ['draft', 'published', 'open', 'closed']),
        ),
      )
      .orderBy(offeringSessions.id),
  );
  let changed = 0;
  await sweep('follow_calendar', rows, async ({ id }) => {
    try {
      changed += Number(await transaction(systemTx, (tx) => follow(tx, id, calendar)));
    } catch (error) {
      if (!violates(error, 'bookings_no_overlap')) throw error;
    }
  });
  return changed;
}
