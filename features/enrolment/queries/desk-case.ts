import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { accounts, people } from '@/db/schema/identity';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { canDecideBookings } from '@/features/bookings/policy';
import { findAnswer } from '@/features/bookings/queries/find-answer';
import { gatherFacts } from '@/features/eligibility/queries/facts';
import { checkedAtDesk } from '@/features/eligibility/rules/ineligibility';
import { gradeLabel, gradeOn } from '@/features/family/rules/grade';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { breadcrumbs } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { readOnRecord, within } from '@/lib/transaction';

const columns = {
  id: bookings.id,
  number: bookings.number,
  kind: bookings.kind,
  status: bookings.status,
  version: bookings.version,
  accountId: bookings.accountId,
  personId: bookings.personId,
  sessionId: bookings.sessionId,
  childId: bookings.childId,
  attendee: bookings.attendeeMasked,
  phoneTail: bookings.phoneTail,
  organiserId: bookings.organiserId,
  offeringId: bookings.offeringId,
  offering: offerings.title,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  sessionDetails: offeringSessions.details,
  place: offeringSessions.place,
  memberName: people.name,
  createdAt: bookings.createdAt,
  dueOn: bookings.dueOn,
  reason: bookings.reason,
  decidedAt: bookings.decidedAt,
  decidedBy: accounts.displayName,
  /** Nobody acts for the child today: news of this booking goes nowhere. */
  unreachable: sql<boolean>`${bookings.childId} is not null and account_notified_of_child(${bookings.childId}) is null`,
};

async function findRow(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select(columns)
    .from(bookings)
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(accounts, eq(accounts.id, bookings.decidedBy))
    .where(eq(bookings.id, id));
  if (!row) throw new NotFound('booking');
  const path = await organisationPath(tx, row.organiserId);
  if (!canDecideBookings[row.kind](tx.actor, path)) throw new NotFound('booking');
  return row;
}

/**
 * How the conditions stand now for a booking that waits, and the child's grade in the session's
 * school year; judged as the system, because what is asked about may lie out of the officer's sight.
 */
async function judge(tx: Ctx, row: Awaited<ReturnType<typeof findRow>>) {
  if (row.status !== 'pending' && row.status !== 'sent_back') return { checks: [], grade: null };
  const gathered = await within(tx, asSystem(tx), (systemTx) => gatherFacts(systemTx, row));
  if (!gathered) return { checks: [gone], grade: null };
  const { schoolEntryYear } = gathered.facts.attendee;
  return {
    checks: checkedAtDesk(gathered.facts, row.id),
    grade: schoolEntryYear && gradeLabel(gradeOn(schoolEntryYear, todayOn(row.startsAt))),
  };
}

const gone = { outcome: 'fail' as const, text: '孩子已不在家长的家庭里' };

/**
 * A booking as the desk reads it, names masked. Who asks for a screening is itself sensitive
 * (PIPL 28), so for that kind each look is a line in the audit. Throws NotFound for a booking that the
 * officer does not see.
 */
export async function getBookingCase(ctx: Ctx, id: string) {
  return readOnRecord(ctx, async (tx) => {
    const row = await findRow(tx, id);
    if (row.kind === 'screening') {
      await recordAudit(tx, {
        action: 'view_participants',
        entityType: 'booking',
        entityId: row.id,
        organisationId: row.organiserId,
      });
    }
    const history = await tx.db
      .select({
        at: bookingEvents.at,
        type: bookingEvents.type,
        who: bookingEvents.actorLabel,
        note: bookingEvents.note,
      })
      .from(bookingEvents)
      .where(eq(bookingEvents.bookingId, id))
      .orderBy(asc(bookingEvents.id));
    const { memberName, accountId, personId: _person, ...shown } = row;
    return {
      ...shown,
      ...(await judge(tx, row)),
      guardian: row.childId && memberName ? maskName(memberName) : null,
      own: await isOwnCase(tx, { accountId, childId: row.childId }),
      trail: await breadcrumbs(tx, row.organiserId),
      history,
      clock: await findAnswer(tx, id),
      now: tx.now,
    };
  });
}

export type BookingCase = Awaited<ReturnType<typeof getBookingCase>>;
