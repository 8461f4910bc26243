import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import type { Timed } from '@/features/offerings/rules/meetings';
import { fitSession } from '@/features/offerings/rules/plan-session';
import { detailsOf, offeringRules, sessionDetails } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import {
  type BookingCounts,
  type OfferingData,
  offeringData,
  type SessionData,
} from './data/offerings';
import { invented } from './federation';
import { insertAll } from './insert';
import { termsAround } from './terms';

type OfferingRow = typeof offerings.$inferInsert;
type SessionRow = typeof offeringSessions.$inferInsert;

/** One session as written, and who is to sit in it. */
export interface MadeSession {
  row: SessionRow;
  offering: OfferingRow;
  organiserName: string;
  capacity: number;
  counts: BookingCounts;
}

function instant(on: string, clock: string): Date {
  const at = parseLocalDateTime(`${on}T${clock.padStart(5, '0')}`);
  if (!at) throw new Error(`no such time: ${on} ${clock}`);
  return at;
}

function offeringRow(data: OfferingData, organisationId: string, today: string): OfferingRow {
  const { kind, status, window, needsApproval, cancelledReason = null } = data;
  const term = data.term ? termsAround(today)[data.term].name : null;
  const opensOn = window && addDays(today, window[0]);
  return {
    id: newId(),
    kind,
    status,
    title: data.title.replace('{term}', term ?? ''),
    summary: data.summary,
    description: data.description,
    organisationId,
    visibility: data.subtree ? 'subtree' : 'all',
    allocation: data.allocation ?? 'first_come',
    needsApproval: needsApproval ?? false,
    asksHealthNotes: kind === 'childcare',
    bookingOpensAt: opensOn ? instant(opensOn, '10:00') : null,
    bookingClosesAt: window ? instant(addDays(today, window[1]), '18:00') : null,
    cancelHours: kind === 'screening' ? 48 : 24,
    term,
    rules: offeringRules.parse(data.rules ?? {}),
    details: detailsOf[kind].parse(data.details ?? {}),
    contactPhone: `${invented.phoneArea}-4321000`,
    publishedAt: status === 'draft' ? null : instant(addDays(opensOn ?? today, -3), '9:00'),
    cancelledReason,
  };
}

/** From the first day on which it meets to the last, as a form would have it. */
export function fitted(times: Omit<Timed, 'off'>): { startsAt: Date; endsAt: Date } {
  const { startsAt, endsAt } = fitSession({ ...times, skipHolidays: false }, new Map());
  return { startsAt, endsAt };
}

function sessionRow(offering: OfferingRow, data: OfferingData, s: SessionData, today: string) {
  const startsOn = addDays(data.term ? termsAround(today)[data.term].startsOn : today, s.on);
  const weekdays = [...(s.weekdays ?? [])];
  const row: SessionRow = {
    id: newId(),
    offeringId: offering.id,
    title: s.title,
    ...fitted({
      startsAt: instant(startsOn, s.from),
      endsAt: instant(addDays(startsOn, (s.days ?? 1) - 1), s.to),
      weekdays,
    }),
    place: s.place,
    details: sessionDetails.parse({ weekdays }),
    cancelledAt: data.status === 'cancelled' ? instant(addDays(today, -4), '16:00') : null,
    cancelledReason: data.cancelledReason ?? null,
  };
  return row;
}

const holds = ['pending', 'sent_back', 'booked', 'attended', 'absent'] as const;

/** Offerings of the three kinds in every state; always some that can be booked today. */
export async function seedOfferings(
  tx: Ctx,
  organisationIdOf: (name: string) => string,
): Promise<MadeSession[]> {
  const today = todayOn(tx.now);
  const made = offeringData.flatMap((data) => {
    const offering = offeringRow(data, organisationIdOf(data.at), today);
    return data.sessions.map((s) => ({
      row: sessionRow(offering, data, s, today),
      offering,
      organiserName: data.at,
      capacity: s.capacity,
      counts: s.bookings ?? {},
    }));
  });
  await insertAll(tx, offerings, [...new Set(made.map((m) => m.offering))]);
  await insertAll(
    tx,
    offeringSessions,
    made.map((m) => m.row),
  );
  const places = made.map(({ row, capacity, counts }) => ({
    sessionId: row.id,
    capacity,
    taken: holds.reduce((sum, status) => sum + (counts[status] ?? 0), 0),
    waiting: counts.waitlisted ?? 0,
    queueNext: (counts.waitlisted ?? 0) + 1,
  }));
  await insertAll(tx, sessionCapacity, places);
  return made;
}
