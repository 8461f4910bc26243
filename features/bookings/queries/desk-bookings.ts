import 'server-only';
import { and, arrayContains, asc, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { children } from '@/db/schema/family';
import { people } from '@/db/schema/identity';
import { offeringSessions } from '@/db/schema/offerings';
import { gradeOn } from '@/features/family/rules/grade';
import { queryGrams } from '@/lib/china/name-grams';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { partsInOrder } from '@/lib/list-parts';
import { escapeLike } from '@/lib/text';
import type { BookingFilter } from '../schema/desk-filter';
import { type Looked, withReadAudit } from './with-read-audit';

const pageSize = 20;

const columns = {
  id: bookings.id,
  number: bookings.number,
  status: bookings.status,
  attendee: bookings.attendeeMasked,
  phoneTail: bookings.phoneTail,
  childId: bookings.childId,
  entryYear: children.schoolEntryYear,
  guardianName: people.name,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  createdAt: bookings.createdAt,
  queueNo: bookings.queueNo,
  reason: bookings.reason,
};

/** By booking number, phone tail, or the member's name; a child's name is sealed and not searched. */
function asked(q: string): SQL | undefined {
  const grams = queryGrams(q);
  return or(
    sql`${bookings.number} ilike ${`%${escapeLike(q)}%`}`,
    /^\d{4}$/.test(q) ? eq(bookings.phoneTail, q) : undefined,
    grams.length > 0 ? arrayContains(bookings.nameGrams, grams) : undefined,
  );
}

const orderOf = ({ status }: BookingFilter) =>
  status === 'waitlisted'
    ? [asc(offeringSessions.startsAt), asc(bookings.sessionId), asc(bookings.queueNo)]
    : [desc(bookings.createdAt), desc(bookings.id)];

const found = (tx: Ctx, where: SQL | undefined) =>
  tx.db
    .select(columns)
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .leftJoin(children, eq(children.id, bookings.childId))
    .where(where)
    .$dynamic();

const shown = (rows: Awaited<ReturnType<typeof found>>) =>
  rows.map(({ guardianName, entryYear, childId, ...row }) => ({
    ...row,
    grade: entryYear === null ? null : gradeOn(entryYear, todayOn(row.startsAt)),
    guardian: childId && guardianName ? maskName(guardianName) : null,
  }));

const conditions = (offeringId: string, filter: BookingFilter): SQL | undefined =>
  and(
    eq(bookings.offeringId, offeringId),
    filter.session ? eq(bookings.sessionId, filter.session) : undefined,
    filter.status ? eq(bookings.status, filter.status) : ne(bookings.status, 'waitlisted'),
    filter.special ? eq(bookings.isOverride, true) : undefined,
    filter.q ? asked(filter.q) : undefined,
  );

/** How many rows the whole list of `listOfferingBookings` has; the caller holds the offering. */
export const countOfferingBookings = (
  tx: Ctx,
  offering: Looked,
  filter: BookingFilter,
): Promise<number> => tx.db.$count(bookings, conditions(offering.id, filter));

/**
 * The whole list of `listOfferingBookings` for a file, so many rows at a time in the order in which it stood when it was
 * begun. The caller holds the offering and has recorded it.
 */
export const offeringBookingParts = (
  ctx: Ctx,
  offering: Looked,
  filter: BookingFilter,
  size: number,
): AsyncGenerator<BookingItem[]> =>
  partsInOrder(ctx, size, {
    ids: (tx) =>
      tx.db
        .select({ id: bookings.id })
        .from(bookings)
        .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
        .where(conditions(offering.id, filter))
        .orderBy(...orderOf(filter)),
    rows: async (tx, ids) => shown(await found(tx, inArray(bookings.id, [...ids]))),
  });

/**
 * A page of an offering's bookings, names masked; without those that wait, which have their own list.
 * The caller holds an offering from `getDeskOffering`, so scope is decided.
 * Newest first, or in order of the queue.
 */
export async function listOfferingBookings(ctx: Ctx, offering: Looked, filter: BookingFilter) {
  return withReadAudit(ctx, offering, async (tx) => {
    const total = await countOfferingBookings(tx, offering, filter);
    const rows = await found(tx, conditions(offering.id, filter))
      .orderBy(...orderOf(filter))
      .limit(pageSize)
      .offset((filter.page - 1) * pageSize);
    const items = shown(rows);
    const first = total === 0 ? 0 : (filter.page - 1) * pageSize + 1;
    return {
      items,
      total,
      first,
      last: first + items.length - 1,
      pages: Math.ceil(total / pageSize),
    };
  });
}

export type BookingItem = Awaited<ReturnType<typeof listOfferingBookings>>['items'][number];
