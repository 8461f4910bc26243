import 'server-only';
import { and, asc, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { unitListRows, unitLists } from '@/db/schema/unit-lists';
import { inScope } from '@/features/organisations/queries/scope';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, within } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { namesOf } from './unit-list';

const SHOWN = 50;

const remindedAt = sql<Date | null>`(select max(e.at) from ${bookingEvents} e
  where e.booking_id = ${bookings.id} and e.type = 'asked_again')`;

const awaited = and(
  eq(unitLists.status, 'submitted'),
  eq(bookings.status, 'offered'),
  gt(bookings.offerExpiresAt, sql`now()`),
  gt(offeringSessions.startsAt, sql`now()`),
);

/**
 * Who of the chair's unions has a place kept on a handed-in list and has not answered, by name, with the list
 * and line to remind or to replace them at; of a screening nobody. In the order in which the places run out, at
 * most 50; `more` says how many others there are, those of screenings included.
 */
export async function listUnanswered(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const own = inScope(unitLists.organisationId, canSubmitUnitList.organisationsOf(tx.actor));
    const { rows, all } = await within(tx, asSystem(tx), async (systemTx) => {
      const from = systemTx.db
        .select({
          listId: unitLists.id,
          organisationId: unitLists.organisationId,
          rowNo: unitListRows.rowNo,
          name: unitListRows.nameMasked,
          phoneTail: unitListRows.phoneTail,
          personId: unitListRows.personId,
          title: offerings.title,
          session: offeringSessions.title,
          startsAt: offeringSessions.startsAt,
          endsAt: offeringSessions.endsAt,
          details: offeringSessions.details,
          until: sql<Date>`${bookings.offerExpiresAt}`.mapWith(bookings.offerExpiresAt),
          remindedAt: remindedAt.mapWith(bookingEvents.at),
        })
        .from(unitListRows)
        .innerJoin(unitLists, eq(unitLists.id, unitListRows.listId))
        .innerJoin(bookings, eq(bookings.id, unitListRows.bookingId))
        .innerJoin(offerings, eq(offerings.id, unitLists.offeringId))
        .innerJoin(offeringSessions, eq(offeringSessions.id, unitLists.sessionId))
        .where(
          and(awaited, own, ne(offerings.kind, 'screening'), isNotNull(bookings.offerExpiresAt)),
        )
        .orderBy(asc(bookings.offerExpiresAt), asc(unitListRows.listId), asc(unitListRows.rowNo))
        .limit(SHOWN);
      const [count] = await systemTx.db
        .select({ n: sql<number>`count(*)::int` })
        .from(unitListRows)
        .innerJoin(unitLists, eq(unitLists.id, unitListRows.listId))
        .innerJoin(bookings, eq(bookings.id, unitListRows.bookingId))
        .innerJoin(offeringSessions, eq(offeringSessions.id, unitLists.sessionId))
        .where(and(awaited, own));
      return { rows: await from, all: count?.n ?? 0 };
    });
    const unions = [...new Set(rows.map((row) => row.organisationId))];
    const names = new Map<string, string>();
    for (const union of unions) {
      const mine = rows.filter((row) => row.organisationId === union);
      for (const [id, name] of await namesOf(tx, union, mine)) names.set(id, name);
    }
    const people = rows.map((row) => ({
      ...row,
      name: (row.personId && names.get(row.personId)) || row.name,
    }));
    return { people, all, more: all - people.length, now: tx.now };
  });
}

export type Unanswered = Awaited<ReturnType<typeof listUnanswered>>;
