import 'server-only';
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { children } from '@/db/schema/family';
import { people } from '@/db/schema/identity';
import { offeringSessions } from '@/db/schema/offerings';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { queryGrams } from '@/lib/china/name-grams';
import type { Ctx } from '@/lib/ctx';

const rows = (systemTx: Ctx) =>
  systemTx.db
    .select({
      bookingId: bookings.id,
      number: bookings.number,
      accountId: bookings.accountId,
      personId: bookings.personId,
      childId: bookings.childId,
      sessionId: bookings.sessionId,
      offeringId: bookings.offeringId,
      status: bookings.status,
      cancelledAt: bookings.cancelledAt,
      name: bookings.attendeeMasked,
      phoneTail: bookings.phoneTail,
      personDocument: people.idMasked,
      childDocument: children.idMasked,
      session: offeringSessions.title,
      startsAt: offeringSessions.startsAt,
      endsAt: offeringSessions.endsAt,
    })
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(children, eq(children.id, bookings.childId));

type Row = Awaited<ReturnType<typeof rows>>[number];

/** Whoever a booking is for, as the door may know them: a masked name and four digits. */
export type Holder = Omit<Row, 'personDocument' | 'childDocument'> & { readonly tail: string };

function holderOf({ personDocument, childDocument, ...row }: Row): Holder {
  const document = row.childId ? childDocument : personDocument;
  return { ...row, tail: document ? document.slice(-4) : '' };
}

async function holders(systemTx: Ctx, where: SQL | undefined, most?: number): Promise<Holder[]> {
  const query = rows(systemTx).where(where).orderBy(asc(bookings.createdAt), asc(bookings.id));
  return (await (most === undefined ? query : query.limit(most))).map(holderOf);
}

/**
 * Everyone on the roll of a session. As the system: the caller has checked the officer's right.
 * In the order in which they booked.
 */
export const holdersOf = (systemTx: Ctx, sessionId: string): Promise<Holder[]> =>
  holders(systemTx, and(eq(bookings.sessionId, sessionId), inArray(bookings.status, onTheRoll)));

interface Named {
  readonly bookingIds: readonly string[];
  readonly numbers: readonly string[];
  /** Members whose card was scanned; only their bookings of this session. */
  readonly personIds: readonly string[];
}

/** The bookings that a batch of codes names, in one statement; also those of other sessions. */
export const holdersNamed = (systemTx: Ctx, sessionId: string, named: Named): Promise<Holder[]> =>
  holders(
    systemTx,
    or(
      inArray(bookings.id, [...named.bookingIds]),
      inArray(bookings.number, [...named.numbers]),
      and(inArray(bookings.personId, [...named.personIds]), eq(bookings.sessionId, sessionId)),
    ),
  );

/** By name, or by the last four digits of phone or document; at most ten of this session's roll. */
export function searchHolders(systemTx: Ctx, sessionId: string, typed: string): Promise<Holder[]> {
  const q = typed.trim();
  const grams = queryGrams(q);
  const byDigits = sql`(${bookings.phoneTail} = ${q.toUpperCase()}
    or right(coalesce(${children.idMasked}, ${people.idMasked}), 4) = ${q.toUpperCase()})`;
  const list = sql.join(
    grams.map((gram) => sql`${gram}`),
    sql`, `,
  );
  const byName = sql`${bookings.nameGrams} @> array[${list}]::text[]`;
  const asked = /^[0-9]{3}[0-9Xx]$/.test(q) ? byDigits : grams.length > 0 ? byName : sql`false`;
  const here = and(eq(bookings.sessionId, sessionId), inArray(bookings.status, onTheRoll));
  return holders(systemTx, and(here, asked), 10);
}
