import 'server-only';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { childDocument, childName, children } from '@/db/schema/family';
import { accountPhone, accounts, people, personDocument } from '@/db/schema/identity';
import { offeringSessions } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { gradeOn } from '@/features/family/rules/grade';
import { maskName } from '@/lib/china/person-name';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { maskPhone } from '@/lib/format';
import type { RollLine } from '../rules/booking-line';

const columns = {
  id: bookings.id,
  number: bookings.number,
  status: bookings.status,
  bookedAt: bookings.createdAt,
  startsAt: offeringSessions.startsAt,
  accountId: bookings.accountId,
  /** Whose phone stands there: a guardian of today, or the grown person; a former guardian's does not. */
  isTold: sql<boolean>`${bookings.childId} is null or is_notified_of_child(${bookings.accountId}, ${bookings.childId})`,
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

/** Bookings with whose they are and what is told of it, in the order of booking; names still sealed. */
export const rowsOf = (tx: Ctx, where: SQL | undefined) =>
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

const nobody = { guardian: '通知不到人', phone: '' };

function masked(row: Row): Pick<RollLine, 'attendee' | 'guardian' | 'phone' | 'document'> {
  const phone = maskPhone(openField(row.phoneSealed, accountPhone(row.accountId)));
  const name = row.name ? maskName(row.name) : '';
  return row.childId
    ? {
        attendee: row.childNameMasked ?? '',
        document: row.childIdMasked ?? '',
        ...(row.isTold ? { guardian: name, phone } : nobody),
      }
    : { attendee: name, guardian: null, phone, document: row.idMasked ?? '' };
}

function whole(row: Row): Pick<RollLine, 'attendee' | 'guardian' | 'phone' | 'document'> {
  const phone = openField(row.phoneSealed, accountPhone(row.accountId));
  const { childId: id } = row;
  if (id && row.childNameSealed && row.childIdSealed) {
    const attendee = openField(row.childNameSealed, childName(id));
    const document = openField(row.childIdSealed, childDocument(id));
    return { attendee, document, ...(row.isTold ? { guardian: row.name ?? '', phone } : nobody) };
  }
  const document = row.idSealed ? openField(row.idSealed, personDocument(row.personId)) : '';
  return { attendee: row.name ?? '', guardian: null, phone, document };
}

/**
 * A booking as a line of a roll: name, phone and document masked, or in whole when `full`. The
 * grade is that of the first day, null without a child.
 */
export function rollLineOf(row: Row, full: boolean): RollLine & { bookingId: string } {
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

/** Some bookings of one offering in whole; the caller has checked and records it. */
export async function unmaskedLines(tx: Ctx, offeringId: string, bookingIds: readonly string[]) {
  const where = and(eq(bookings.offeringId, offeringId), inArray(bookings.id, [...bookingIds]));
  return (await rowsOf(tx, where)).map((row) => rollLineOf(row, true));
}

/**
 * One booking in whole, for 查看; the caller has checked and records it. Null when the actor sees no such
 * booking.
 */
export async function unmaskedLine(tx: Ctx, bookingId: string) {
  const [row] = await rowsOf(tx, eq(bookings.id, bookingId));
  return row ? rollLineOf(row, true) : null;
}
