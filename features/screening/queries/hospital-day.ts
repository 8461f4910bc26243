import 'server-only';
import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { consents, people } from '@/db/schema/identity';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { returnVerdict, returnVisits, screeningHospitals } from '@/db/schema/screening';
import { returnVerdictOf } from '@/features/eligibility/rules/return-visit';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { readOnRecord, within } from '@/lib/transaction';
import { canWorkAtHospitalDesk } from '../policy';
import { hospitalWindow, isWithin } from '../rules/hospital-window';
import { returnConsent } from '../rules/return-visit';
import { hospitalAheadDays, hospitalDeskMinutes } from '../settings';

/** Half-days at the actor's hospitals from today on; past ones cannot be asked for. */
async function halfDays(tx: Ctx, mine: string[], days: number) {
  const today = todayOn(tx.now);
  return tx.db
    .select({
      id: offeringSessions.id,
      title: offeringSessions.title,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
      details: offeringSessions.details,
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
        lt(offeringSessions.startsAt, startOfDay(addDays(today, days + 1))),
      ),
    )
    .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id));
}

const onRollOf = (sessionIds: string[]) =>
  and(
    inArray(bookings.sessionId, sessionIds),
    eq(bookings.kind, 'screening'),
    inArray(bookings.status, onTheRoll),
  );

/**
 * Whom a hospital asked back, verified, among these: `offering person` each. Only who agreed that the desk of the
 * day may see it, in the words of today’s consent (PIPL 29).
 */
async function listReturns(
  systemTx: Ctx,
  lines: readonly { personId: string; offeringId: string }[],
): Promise<Set<string>> {
  if (lines.length === 0) return new Set();
  const rows = await systemTx.db
    .select({
      id: returnVisits.id,
      offeringId: returnVisits.offeringId,
      personId: returnVisits.personId,
      verdictSealed: returnVisits.verdictSealed,
    })
    .from(returnVisits)
    .innerJoin(consents, eq(consents.subjectId, returnVisits.id))
    .where(
      and(
        inArray(returnVisits.offeringId, [...new Set(lines.map((line) => line.offeringId))]),
        inArray(
          returnVisits.personId,
          lines.map((line) => line.personId),
        ),
        eq(consents.purpose, returnConsent.purpose),
        eq(consents.textVersion, returnConsent.version),
        isNull(consents.withdrawnAt),
      ),
    );
  const verified = rows.filter(({ id, verdictSealed }) => {
    const verdict = verdictSealed && openField(verdictSealed, returnVerdict(id));
    return verdict && returnVerdictOf(verdict).to === 'verified';
  });
  return new Set(verified.map((row) => `${row.offeringId} ${row.personId}`));
}

/** Name, four digits of the document to hold against the card, and whether she has been. */
async function linesOf(systemTx: Ctx, sessionIds: string[]) {
  if (sessionIds.length === 0) return [];
  const rows = await systemTx.db
    .select({
      bookingId: bookings.id,
      sessionId: bookings.sessionId,
      number: bookings.number,
      attendee: sql<string>`coalesce(${people.name}, ${bookings.attendeeMasked})`,
      tail: sql<string>`coalesce(right(${people.idMasked}, 4), '')`,
      phoneTail: bookings.phoneTail,
      status: bookings.status,
      personId: bookings.personId,
      offeringId: bookings.offeringId,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .where(onRollOf(sessionIds))
    .orderBy(asc(bookings.createdAt), asc(bookings.id));
  const returns = await listReturns(systemTx, rows);
  return rows.map(({ personId, offeringId, ...line }) => ({
    ...line,
    isReturn: returns.has(`${offeringId} ${personId}`),
  }));
}

async function headCounts(systemTx: Ctx, sessionIds: string[]): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await systemTx.db
    .select({ id: bookings.sessionId, people: sql<number>`count(*)::int` })
    .from(bookings)
    .where(onRollOf(sessionIds))
    .groupBy(bookings.sessionId);
  return new Map(rows.map((row) => [row.id, row.people]));
}

/**
 * The actor's hospital by half-days: how many come to each in the coming days, and who, where the window
 * is open. The desk sees no booking by itself; the system reads. Whoever shows names records the look.
 */
export async function readHospitalDay(tx: Ctx) {
  const mine = canWorkAtHospitalDesk.organisationsOf(tx.actor);
  authorize(mine.length > 0);
  const { minutes, ahead } = await readSettings(tx, {
    minutes: hospitalDeskMinutes,
    ahead: hospitalAheadDays,
  });
  const all = (await halfDays(tx, mine, ahead)).map((s) => {
    const window = hospitalWindow(s, minutes);
    return { ...s, opensAt: window.opensAt, isOpen: isWithin(window, tx.now) };
  });
  const open = all.filter((s) => s.isOpen).map((s) => s.id);
  const ids = all.map((s) => s.id);
  const { lines, counts } = await within(tx, asSystem(tx), async (systemTx) => ({
    lines: await linesOf(systemTx, open),
    counts: await headCounts(systemTx, ids),
  }));
  const today = todayOn(tx.now);
  const sessions = all.map((s) => ({
    ...s,
    people: counts.get(s.id) ?? 0,
    lines: lines.filter((l) => l.sessionId === s.id),
  }));
  return {
    now: tx.now,
    sessions: sessions.filter((s) => todayOn(s.startsAt) === today),
    coming: sessions.filter((s) => todayOn(s.startsAt) > today),
  };
}

/** 今日名单 of the actor's own hospital. Each opening of a list is a line in the ledger. */
export async function openHospitalDay(ctx: Ctx) {
  return readOnRecord(ctx, async (tx) => {
    const day = await readHospitalDay(tx);
    for (const session of day.sessions.filter((s) => s.isOpen)) {
      await recordAudit(tx, {
        action: 'view_hospital_list',
        entityType: 'offering_session',
        entityId: session.id,
        organisationId: session.hospitalId,
        after: { people: session.lines.length },
      });
    }
    return day;
  });
}

export type HospitalDay = Awaited<ReturnType<typeof openHospitalDay>>;
export type HospitalSession = HospitalDay['sessions'][number];
export type HospitalLine = HospitalSession['lines'][number];
