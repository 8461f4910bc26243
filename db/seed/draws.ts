import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { drawEntries, drawResults, draws } from '@/db/schema/draws';
import { children, guardians } from '@/db/schema/family';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { bookingNumber } from '@/features/bookings/rules/attendee';
import { digestOf } from '@/features/draws/rules/digest';
import { draw } from '@/features/draws/rules/draw';
import { ALGORITHM, type List, listText } from '@/features/draws/rules/list';
import { outcomesOf } from '@/features/draws/rules/outcomes';
import { fallbackDay, lotteryLabel, lotterySeed, seedLine } from '@/features/draws/rules/seed';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { offeringRules, sessionDetails } from '@/features/offerings/schema/offering';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { bookingRow } from './bookings';
import { aChildOf, type Child } from './children';
import { type DrawData, drawData } from './data/draws';
import { invented } from './federation';
import { insertAll } from './insert';
import type { Member } from './members';
import { fitted, type MadeSession } from './offerings';
import type { Random } from './random';
import { termsAround } from './terms';

const at = (on: string, clock: string): Date => parseLocalDateTime(`${on}T${clock}`) ?? new Date(0);

const weekdays = [1, 2, 3, 4, 5];

function madeSession(data: DrawData, organisationId: string, today: string): MadeSession {
  const term = termsAround(today).next;
  const seedOn = addDays(today, data.seedIn);
  const offering: typeof offerings.$inferInsert = {
    id: newId(),
    kind: 'childcare',
    status: 'published',
    title: data.title.replace('{term}', term.name),
    summary: data.summary,
    description: data.description,
    organisationId,
    allocation: data.allocation,
    allocationTerms: allocationTerms.parse({ ...data.terms, draw: { seed: 'lottery', seedOn } }),
    bookingOpensAt: at(addDays(today, data.window[0]), '10:00'),
    bookingClosesAt: at(addDays(today, data.window[1]), '18:00'),
    asksHealthNotes: true,
    term: term.name,
    rules: offeringRules.parse({ gradeMin: 2, gradeMax: 6, waitlistMax: data.waitlistMax }),
    details: { meals: '午餐和点心', staff: '2 名教师、1 名志愿者' },
    contactPhone: `${invented.phoneArea}-4321000`,
    publishedAt: at(addDays(today, data.window[0] - 3), '09:00'),
  };
  const row = {
    id: newId(),
    offeringId: offering.id,
    title: data.session,
    ...fitted({
      startsAt: at(term.startsOn, '08:30'),
      endsAt: at(addDays(term.startsOn, 11), '17:30'),
      weekdays,
    }),
    place: data.place,
    details: sessionDetails.parse({ weekdays }),
  };
  return { row, offering, organiserName: data.at, capacity: data.capacity, counts: {} };
}

/** The courier's younger child, who has no class this term. */
async function demoChild(tx: Ctx, courier: Member): Promise<string | null> {
  const [row] = await tx.db.execute<{ id: string }>(sql`
    select c.id from children c join guardians g on g.child_id = c.id
    where g.person_id = ${courier.personId} and c.school_entry_year = (
      select min(k.school_entry_year) from children k join guardians h on h.child_id = k.id
      where h.person_id = ${courier.personId}) limit 1`);
  return row?.id ?? null;
}

async function enteredRows(
  tx: Ctx,
  data: DrawData,
  made: MadeSession,
  parents: Member[],
  random: Random,
) {
  const calendar = await readWorkCalendar(tx);
  const opens = made.offering.bookingOpensAt?.getTime() ?? 0;
  const until = Math.min(
    made.offering.bookingClosesAt?.getTime() ?? 0,
    tx.now.getTime() - 3_600_000,
  );
  const kids: Child[] = [];
  const numbers = await tx.db.execute<{ n: string }>(
    sql`select nextval('booking_numbers')::text as n from generate_series(1, ${data.entries})`,
  );
  const own = data.demoEntry ? await demoChild(tx, parents[0] as Member) : null;
  const rows = Array.from({ length: data.entries }, (_, i) => {
    const mine = own !== null && i + 1 === data.demoEntry;
    const parent = mine ? parents[0] : parents[2 + ((i * 7) % (parents.length - 2))];
    if (!parent) throw new Error('no parent');
    const when = new Date(opens + ((until - opens) * (i + random.next())) / data.entries);
    const child = mine ? null : aChildOf(parent, random, todayOn(tx.now));
    if (child) kids.push(child);
    const base = { member: parent, child, session: made, status: 'entered' as const };
    const row = bookingRow(base, when, null, calendar);
    const named = mine
      ? {
          childId: own,
          attendeeId: own ?? '',
          attendeeMasked: maskName(invented.people.youngerChild),
        }
      : {};
    const number = bookingNumber(todayOn(when), Number(numbers[i]?.n));
    return { ...row, ...named, number, entryNo: i + 1 };
  });
  return { rows, kids };
}

type Row = Awaited<ReturnType<typeof enteredRows>>['rows'][number];

async function frozen(data: DrawData, made: MadeSession, rows: readonly Row[], seedOn: string) {
  const salts = rows.map(() => randomBytes(8).toString('hex'));
  const digests = await Promise.all(rows.map((row, i) => digestOf(row.number, salts[i] ?? '')));
  const fallbackOn = fallbackDay(seedOn, 3);
  const list: List = {
    session: made.row.id,
    open: data.capacity,
    reserved: [],
    siblings: 'none',
    waiting: data.waitlistMax,
    seed: seedLine({ source: 'lottery', seedOn, fallbackOn, commitments: [] }),
    entries: rows.map((row, i) => ({
      no: row.entryNo,
      tier: 1,
      weight: 1,
      groups: '',
      household: null,
      digest: digests[i] ?? '',
    })),
  };
  return { list, salts, fallbackOn };
}

/** A number of the lottery that leaves the courier's child third in the queue, as a draw well may. */
async function aNumber(list: List, issue: string, own: number | undefined) {
  for (let n = 407; n < 1407; n++) {
    const digits = String(n % 1000).padStart(3, '0');
    const drawn = await draw(listText(list), lotterySeed(issue, digits));
    const rank = drawn.results.find((r) => r.no === own)?.rank;
    if (!own || rank === list.open + 3) return { digits, drawn };
  }
  const digits = '407';
  return { digits, drawn: await draw(listText(list), lotterySeed(issue, digits)) };
}

const issueOf = (on: string) => {
  const day =
    (Date.parse(`${on}T00:00Z`) - Date.parse(`${on.slice(0, 4)}-01-01T00:00Z`)) / 86_400_000;
  return `${on.slice(0, 4)}${String(Math.round(day) + 1 - 7).padStart(3, '0')}`;
};

async function drawnRows(tx: Ctx, data: DrawData, made: MadeSession, rows: Row[]) {
  const seedOn = addDays(todayOn(tx.now), data.seedIn);
  const { list, salts, fallbackOn } = await frozen(data, made, rows, seedOn);
  const issue = issueOf(seedOn);
  const { digits, drawn } = await aNumber(list, issue, data.demoEntry);
  const outcomes = outcomesOf(drawn.results, {
    needsApproval: false,
    reserved: [],
    returned: new Set(),
    ineligible: new Map(),
  });
  const drawnAt = at(addDays(seedOn, 1), '09:20');
  const byNo = new Map(outcomes.map((one) => [one.no, one]));
  const moved = rows.map((row) => {
    const one = byNo.get(row.entryNo);
    return {
      ...row,
      status: one?.status ?? ('not_drawn' as const),
      queueNo: one?.queueNo ?? null,
      version: 2,
    };
  });
  const id = newId();
  const draft: typeof draws.$inferInsert = {
    id,
    sessionId: made.row.id,
    offeringId: made.offering.id,
    status: 'drawn',
    algorithm: ALGORITHM,
    seedSource: 'lottery',
    seedOn,
    fallbackOn,
    entries: rows.length,
    entriesText: listText(list),
    entriesHash: createHash('sha256').update(listText(list)).digest('hex'),
    frozenAt: made.offering.bookingClosesAt,
    seedLabel: lotteryLabel(issue, digits),
    seed: lotterySeed(issue, digits),
    seededAt: drawnAt,
    resultsText: drawn.text,
    placed: data.capacity,
    drawnAt,
    publicUntil: addDays(todayOn(drawnAt), 7),
  };
  const events = outcomes.map((one) => ({
    bookingId: moved[one.no - 1]?.id ?? '',
    at: drawnAt,
    type: 'drawn',
    fromStatus: 'entered',
    toStatus: one.status,
    actorLabel: '系统',
    note: `排第 ${one.rank} 位`,
  }));
  const entries = rows.map((row, i) => ({
    drawId: id,
    entryNo: row.entryNo,
    bookingId: row.id,
    tier: 1,
    weight: 1,
    salt: salts[i] ?? '',
  }));
  const results = drawn.results.map(({ no, ...r }) => ({ ...r, drawId: id, entryNo: no }));
  return { moved, draft, events, entries, results };
}

const entered = (row: Row) => ({
  bookingId: row.id,
  at: row.createdAt,
  type: 'entered',
  toStatus: 'entered',
  actorLabel: '本人',
});

/** 抽签: one class that has been drawn, to be looked at and done again, and one that is open to enter. */
export async function seedDraws(
  tx: Ctx,
  given: { members: Member[]; random: Random; idOf: (name: string) => string },
): Promise<void> {
  for (const data of drawData) {
    const made = madeSession(data, given.idOf(data.at), todayOn(tx.now));
    const { rows, kids } = await enteredRows(tx, data, made, given.members, given.random);
    const done = data.seedIn < 0 ? await drawnRows(tx, data, made, rows) : null;
    const all = done?.moved ?? rows;
    const count = (status: string) => all.filter((row) => row.status === status).length;
    await insertAll(tx, offerings, [made.offering]);
    await insertAll(tx, offeringSessions, [made.row]);
    await insertAll(tx, sessionCapacity, [
      {
        sessionId: made.row.id,
        capacity: data.capacity,
        taken: count('booked'),
        waiting: count('waitlisted'),
        queueNext: rows.length + 1,
      },
    ]);
    await insertAll(
      tx,
      children,
      kids.map((kid) => kid.row),
    );
    await insertAll(
      tx,
      guardians,
      kids.map((kid) => kid.guardian),
    );
    await insertAll(tx, bookings, all);
    await insertAll(tx, bookingEvents, rows.map(entered));
    if (!done) {
      const seedOn = addDays(todayOn(tx.now), data.seedIn);
      const announced = {
        sessionId: made.row.id,
        offeringId: made.offering.id,
        algorithm: ALGORITHM,
      };
      const days = { seedOn, fallbackOn: fallbackDay(seedOn, 3) };
      await insertAll(tx, draws, [{ id: newId(), ...announced, ...days, seedSource: 'lottery' }]);
      continue;
    }
    await insertAll(tx, draws, [done.draft]);
    await insertAll(tx, drawEntries, done.entries);
    await insertAll(tx, drawResults, done.results);
    await insertAll(tx, bookingEvents, done.events);
  }
}
