import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { accounts, people } from '@/db/schema/identity';
import { bookingEvents, bookings, offeringSessions, offerings } from '@/db/schema/programmes';
import { breadcrumbs } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { maskName } from '@/lib/person-name';
import { transaction, within } from '@/lib/transaction';
import { canDecideBookings, isOwnBooking } from '../policy';

const columns = {
  id: bookings.id,
  number: bookings.number,
  kind: bookings.kind,
  status: bookings.status,
  version: bookings.version,
  accountId: bookings.accountId,
  childId: bookings.childId,
  attendee: bookings.attendeeMasked,
  phoneTail: bookings.phoneTail,
  organiserId: bookings.organiserId,
  offeringId: bookings.offeringId,
  offering: offerings.title,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  place: offeringSessions.place,
  memberName: people.name,
  createdAt: bookings.createdAt,
  dueOn: bookings.dueOn,
  reason: bookings.reason,
  decidedAt: bookings.decidedAt,
  decidedBy: accounts.displayName,
};

async function findRow(tx: Ctx, id: string) {
  // The holder's own union may lie outside the officer's; whether they may look is decided below.
  const rows = await within(tx, asSystem(tx), (house) =>
    house.db
      .select(columns)
      .from(bookings)
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .innerJoin(people, eq(people.id, bookings.personId))
      .leftJoin(accounts, eq(accounts.id, bookings.decidedBy))
      .where(eq(bookings.id, id)),
  );
  const [row] = rows;
  if (!row) throw new NotFound('booking');
  const path = await organisationPath(tx, row.organiserId);
  if (!canDecideBookings[row.kind](tx.actor, path)) throw new NotFound('booking');
  return row;
}

/**
 * A booking as the desk reads it, names masked. Who asks for a screening is itself sensitive
 * (PIPL 28), so for that kind each look is a line in the audit.
 */
export async function getBookingCase(ctx: Ctx, id: string) {
  return transaction(ctx, async (tx) => {
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
    const { memberName, accountId, ...shown } = row;
    return {
      ...shown,
      guardian: row.childId && memberName ? maskName(memberName) : null,
      own: isOwnBooking(tx.actor, { accountId }),
      trail: await breadcrumbs(tx, row.organiserId),
      history,
      now: tx.now,
    };
  });
}

export type BookingCase = Awaited<ReturnType<typeof getBookingCase>>;
