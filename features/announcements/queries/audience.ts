import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { guardians } from '@/db/schema/family';
import { accounts } from '@/db/schema/identity';
import { offeringSessions } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { type Audience, audienceStatuses } from '../rules/audience';
import { type Recipient, recipientsOf } from '../rules/recipients';

export interface AudienceOf {
  readonly offeringId: string;
  readonly title: string;
  readonly sessionId: string | null;
  readonly audience: Audience;
}

/** Asked by an offer, or after a move of the session, and the answer is still awaited. */
const awaited = or(
  and(eq(bookings.status, 'offered'), gt(bookings.offerExpiresAt, sql`now()`)),
  gt(bookings.answerBy, sql`now()`),
);

const chosen = ({ offeringId, sessionId, audience }: AudienceOf): SQL | undefined =>
  and(
    eq(bookings.offeringId, offeringId),
    isNull(offeringSessions.cancelledAt),
    sessionId ? eq(bookings.sessionId, sessionId) : gt(offeringSessions.endsAt, sql`now()`),
    inArray(bookings.status, [...audienceStatuses[audience]]),
    audience === 'unconfirmed' ? awaited : undefined,
  );

/** A child’s confirmed guardians; for an adult nobody but themselves. */
const guardiansToday = and(
  eq(guardians.childId, bookings.childId),
  eq(guardians.status, 'confirmed'),
  isNotNull(guardians.accountId),
);

/** An adult themselves; of a child without a guardian who signs in, who is notified of it today, or nobody. */
const whoElse = sql`case when ${bookings.childId} is null then ${bookings.accountId}
  else account_notified_of_child(${bookings.childId}) end`;

/**
 * Whom a message goes to now: the people with such a booking, for a child all its confirmed guardians, each
 * account once; accounts that were stopped are left out. Run it as the system: an officer sees no family.
 * In order of the sessions, then of booking.
 */
export async function listRecipients(systemTx: Ctx, of: AudienceOf): Promise<Recipient[]> {
  const rows = await systemTx.db
    .select({
      accountId: accounts.id,
      hasPhone: sql<boolean>`${ne(accounts.phoneTail, '')}`,
      bookingId: bookings.id,
      number: bookings.number,
      attendee: bookings.attendeeMasked,
      session: offeringSessions.title,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
      details: offeringSessions.details,
      place: offeringSessions.place,
      answerBy:
        sql<Date | null>`coalesce(${bookings.answerBy}, ${bookings.offerExpiresAt})`.mapWith(
          bookings.answerBy,
        ),
    })
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .leftJoin(guardians, guardiansToday)
    .innerJoin(accounts, eq(accounts.id, sql`coalesce(${guardians.accountId}, ${whoElse})`))
    .where(and(chosen(of), isNull(accounts.disabledAt)))
    .orderBy(
      asc(offeringSessions.startsAt),
      asc(bookings.createdAt),
      asc(bookings.id),
      asc(guardians.confirmedAt),
      asc(accounts.id),
    );
  return recipientsOf(rows, of.title, systemTx.now);
}
