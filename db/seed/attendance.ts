import { inArray } from 'drizzle-orm';
import { certificates, checkIns } from '@/db/schema/attendance';
import { people } from '@/db/schema/identity';
import { runningNumbers } from '@/db/schema/kernel';
import { organisations } from '@/db/schema/organisations';
import { reaches } from '@/features/attendance/rules/rate';
import { type Meeting, meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { trainingDetails } from '@/features/offerings/schema/offering';
import { certificateNumber, certificateSeries } from '@/features/training/rules/certificate';
import { maskName } from '@/lib/china/person-name';
import { newToken } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { BookingCase } from './cases';
import { insertAll } from './insert';
import { type Random, seededRandom } from './random';

type Entry = typeof checkIns.$inferInsert;
type Certificate = typeof certificates.$inferInsert;

interface Attended extends BookingCase {
  readonly days: readonly Meeting[];
  readonly came: ReadonlySet<string>;
}

/** The demo's courier never misses a lesson; most come nine times of ten. */
function cameOf(one: BookingCase, days: readonly Meeting[], random: Random, isDemo: boolean) {
  if (one.row.status !== 'attended') return new Set<string>();
  return new Set(days.filter(() => isDemo || random.next() < 0.9).map((day) => day.on));
}

const entriesOf = ({ row, days, came }: Attended): Entry[] =>
  days.map((day, at) => ({
    id: newId(),
    bookingId: row.id,
    sessionId: row.sessionId,
    meetingOn: day.on,
    kind: came.has(day.on) ? 'in' : 'absent',
    at: new Date(day.from.getTime() - (at % 4) * 120_000),
    recordedAt: day.from,
    way: came.has(day.on) && at % 3 > 0 ? 'booking_code' : 'roll',
  }));

/** Certificates of the courses that give one, numbered by year as the desk would have done. */
async function certificatesOf(tx: Ctx, attended: readonly Attended[]): Promise<Certificate[]> {
  const due = attended.filter(({ session, came, days }) => {
    const { certificate, attendanceNeeded } = trainingDetails.parse(session.offering.details ?? {});
    const rate = { attended: came.size, held: days.length };
    return certificate === 'completion' && reaches(rate, attendanceNeeded);
  });
  if (due.length === 0) return [];
  const known = await tx.db
    .select({ id: people.id, name: people.name, document: people.idMasked })
    .from(people)
    .where(
      inArray(
        people.id,
        due.map(({ row }) => row.personId),
      ),
    );
  const issuers = await tx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations);
  const last = new Map<string, number>();
  const made = due.map(({ row, session, came, days }): Certificate => {
    const endsOn = todayOn(session.row.endsAt);
    const issuedOn = addDays(endsOn, 1);
    const year = issuedOn.slice(0, 4);
    const running = (last.get(year) ?? 0) + 1;
    last.set(year, running);
    const person = known.find((p) => p.id === row.personId);
    const holder = person?.name ?? '';
    return {
      id: newId(),
      number: certificateNumber(year, running),
      checkToken: newToken().slice(0, 32),
      bookingId: row.id,
      offeringId: row.offeringId,
      sessionId: row.sessionId,
      accountId: row.accountId,
      personId: row.personId,
      organiserId: row.organiserId,
      holder,
      holderMasked: maskName(holder),
      documentMasked: person?.document ?? '',
      course: session.offering.title,
      issuer: issuers.find((o) => o.id === row.organiserId)?.name ?? '',
      hours: trainingDetails.parse(session.offering.details ?? {}).hours ?? null,
      startsOn: todayOn(session.row.startsAt),
      endsOn,
      attended: came.size,
      held: days.length,
      issuedOn,
      issuedAt: new Date(session.row.endsAt.getTime() + 15 * 3_600_000),
    };
  });
  const series = [...last].map(([year, n]) => ({ series: certificateSeries(year), last: n }));
  await tx.db.insert(runningNumbers).values(series).onConflictDoNothing();
  return made;
}

/** The rolls of every course that is over, and the certificates that came of them. */
export async function seedAttendance(
  tx: Ctx,
  cases: readonly BookingCase[],
  demo: string,
): Promise<void> {
  const random = seededRandom(41);
  const over = cases.filter(
    ({ row, session }) =>
      row.kind === 'training' &&
      (row.status === 'attended' || row.status === 'absent') &&
      session.row.endsAt < tx.now,
  );
  const attended = over.map((one): Attended => {
    const { row } = one.session;
    const days = meetingsOf(timedOf({ ...row, details: row.details ?? {} }));
    return { ...one, days, came: cameOf(one, days, random, one.row.accountId === demo) };
  });
  await insertAll(tx, checkIns, attended.flatMap(entriesOf));
  await insertAll(tx, certificates, await certificatesOf(tx, attended));
}
