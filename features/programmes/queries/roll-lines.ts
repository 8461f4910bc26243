import 'server-only';
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import { children } from '@/db/schema/family';
import { accounts, people } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { bookings, offeringSessions } from '@/db/schema/programmes';
import { gradeOn } from '@/features/family/rules/grade';
import { openField } from '@/lib/crypto/field';
import { accountPhone, childDocument, childName, personDocument } from '@/lib/crypto/places';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { maskPhone } from '@/lib/format';
import { maskName } from '@/lib/person-name';
import { within } from '@/lib/transaction';
import { onTheRoll } from '../rules/attendance';
import type { RollLine } from '../rules/roll';

const columns = {
  id: bookings.id,
  number: bookings.number,
  status: bookings.status,
  bookedAt: bookings.createdAt,
  startsAt: offeringSessions.startsAt,
  accountId: bookings.accountId,
  phoneSealed: accounts.phoneSealed,
  personId: people.id,
  name: people.name,
  idSealed: people.idSealed,
  idMasked: people.idMasked,
  childId: children.id,
  childNameSealed: children.nameSealed,
  childNameMasked: children.nameMasked,
  childIdSealed: children.idSealed,
  childIdMasked: children.idMasked,
  entryYear: children.schoolEntryYear,
  union: organisations.shortName,
};

const rowsOf = (tx: Ctx, where: SQL | undefined) =>
  tx.db
    .select(columns)
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(accounts, eq(accounts.id, bookings.accountId))
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(organisations, eq(organisations.id, bookings.organisationId))
    .leftJoin(children, eq(children.id, bookings.childId))
    .where(where)
    .orderBy(asc(bookings.createdAt), asc(bookings.id));

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function masked(row: Row): Pick<RollLine, 'attendee' | 'guardian' | 'phone' | 'document'> {
  const phone = maskPhone(openField(row.phoneSealed, accountPhone(row.accountId)));
  const name = row.name ? maskName(row.name) : '';
  return row.childId
    ? {
        attendee: row.childNameMasked ?? '',
        guardian: name,
        phone,
        document: row.childIdMasked ?? '',
      }
    : { attendee: name, guardian: null, phone, document: row.idMasked ?? '' };
}

function whole(row: Row): Pick<RollLine, 'attendee' | 'guardian' | 'phone' | 'document'> {
  const phone = openField(row.phoneSealed, accountPhone(row.accountId));
  const { childId: id } = row;
  if (id && row.childNameSealed && row.childIdSealed) {
    const attendee = openField(row.childNameSealed, childName(id));
    const document = openField(row.childIdSealed, childDocument(id));
    return { attendee, guardian: row.name ?? '', phone, document };
  }
  const document = row.idSealed ? openField(row.idSealed, personDocument(row.personId)) : '';
  return { attendee: row.name ?? '', guardian: null, phone, document };
}

function lineOf(row: Row, full: boolean): RollLine & { bookingId: string } {
  const { number, status, bookedAt, union, entryYear } = row;
  const grade = entryYear === null ? null : gradeOn(entryYear, todayOn(row.startsAt));
  return {
    bookingId: row.id,
    number,
    status,
    bookedAt,
    union,
    grade,
    ...(full ? whole(row) : masked(row)),
  };
}

/**
 * Everyone who holds a place in a session, in the order of booking. An organiser's officer may not see
 * other unions' members, so the house reads for them, after the caller has checked and recorded it.
 */
export async function rollLines(tx: Ctx, sessionId: string, full: boolean) {
  const where = and(eq(bookings.sessionId, sessionId), inArray(bookings.status, onTheRoll));
  return within(tx, asSystem(tx), async (house) =>
    (await rowsOf(house, where)).map((row) => lineOf(row, full)),
  );
}

/** Some bookings of one offering in whole; the caller has checked and records it. */
export async function wholeLines(tx: Ctx, offeringId: string, bookingIds: readonly string[]) {
  const where = and(eq(bookings.offeringId, offeringId), inArray(bookings.id, [...bookingIds]));
  return within(tx, asSystem(tx), async (house) =>
    (await rowsOf(house, where)).map((row) => lineOf(row, true)),
  );
}

/** One booking in whole, for 查看; the caller has checked and records it. */
export async function wholeLine(tx: Ctx, bookingId: string) {
  return within(tx, asSystem(tx), async (house) => {
    const [row] = await rowsOf(house, eq(bookings.id, bookingId));
    return row ? lineOf(row, true) : null;
  });
}
