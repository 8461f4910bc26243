import 'server-only';
import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { bookings, offeringSessions, offerings } from '@/db/schema/programmes';
import { screeningHospitals } from '@/db/schema/screening';
import { canWorkAtHospitalDesk } from '@/features/programmes/policy';
import { onTheRoll } from '@/features/programmes/rules/attendance';
import { hospitalWindow, isWithin } from '@/features/programmes/rules/hospital-window';
import { hospitalDeskMinutes } from '@/features/programmes/settings';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';

/** Half-days of today at the actor's hospitals; a past or a coming day cannot be asked for. */
async function halfDays(tx: Ctx, mine: string[]) {
  const today = todayOn(tx.now);
  return tx.db
    .select({
      id: offeringSessions.id,
      title: offeringSessions.title,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
      place: offeringSessions.place,
      hospitalId: organisations.id,
      hospital: organisations.name,
    })
    .from(screeningHospitals)
    .innerJoin(offeringSessions, eq(offeringSessions.offeringId, screeningHospitals.offeringId))
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .innerJoin(organisations, eq(organisations.id, screeningHospitals.hospitalId))
    .where(
      and(
        inArray(screeningHospitals.hospitalId, mine),
        eq(offeringSessions.place, screeningHospitals.place),
        eq(offerings.kind, 'screening'),
        isNull(offeringSessions.cancelledAt),
        gte(offeringSessions.startsAt, startOfDay(today)),
        lt(offeringSessions.startsAt, startOfDay(addDays(today, 1))),
      ),
    )
    .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id));
}

/** Masked name, last four digits, booking number and whether she has been: all that a desk needs. */
async function linesOf(house: Ctx, sessionIds: string[]) {
  if (sessionIds.length === 0) return [];
  return house.db
    .select({
      bookingId: bookings.id,
      sessionId: bookings.sessionId,
      number: bookings.number,
      attendee: bookings.attendeeMasked,
      phoneTail: bookings.phoneTail,
      screened: sql<boolean>`${bookings.status} = 'attended'`,
    })
    .from(bookings)
    .where(
      and(
        inArray(bookings.sessionId, sessionIds),
        eq(bookings.kind, 'screening'),
        inArray(bookings.status, onTheRoll),
      ),
    )
    .orderBy(asc(bookings.createdAt), asc(bookings.id));
}

/**
 * 今日名单 of the actor's own hospital: the half-days of today, with the people of those whose window is
 * open. Each opening of a list is a line in the ledger. The desk sees no booking by itself; the house reads.
 */
export async function openHospitalDay(ctx: Ctx) {
  return transaction(ctx, async (tx) => {
    const mine = canWorkAtHospitalDesk.organisationsOf(tx.actor);
    authorize(mine.length > 0);
    const { minutes } = await readSettings(tx, { minutes: hospitalDeskMinutes });
    const sessions = (await halfDays(tx, mine)).map((s) => {
      const window = hospitalWindow(s, minutes);
      return { ...s, opensAt: window.opensAt, isOpen: isWithin(window, tx.now) };
    });
    const open = sessions.filter((s) => s.isOpen);
    const ids = open.map((s) => s.id);
    const lines = await within(tx, asSystem(tx), (house) => linesOf(house, ids));
    for (const session of open) {
      await recordAudit(tx, {
        action: 'view_hospital_list',
        entityType: 'offering_session',
        entityId: session.id,
        organisationId: session.hospitalId,
        after: { people: lines.filter((l) => l.sessionId === session.id).length },
      });
    }
    return {
      now: tx.now,
      sessions: sessions.map((s) => ({ ...s, lines: lines.filter((l) => l.sessionId === s.id) })),
    };
  });
}

export type HospitalDay = Awaited<ReturnType<typeof openHospitalDay>>;
export type HospitalSession = HospitalDay['sessions'][number];
