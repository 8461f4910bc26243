import { sql } from 'drizzle-orm';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { clocks } from '@/db/schema/clocks';
import { children, guardians } from '@/db/schema/family';
import { answerOfBookings } from '@/features/bookings/rules/answer';
import { bookingNumber } from '@/features/bookings/rules/attendee';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import { workdayTerms } from '@/features/clocks/rules/due';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { offeringRules } from '@/features/offerings/schema/offering';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import { addWorkdays, type WorkCalendar } from '@/lib/calendar/workdays';
import { gramsOf } from '@/lib/china/name-grams';
import { maskName } from '@/lib/china/person-name';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { ageOn, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { bookingHistory } from './booking-history';
import type { BookingCase } from './cases';
import { aChildOf, type Child } from './children';
import { clockRow } from './clocks';
import { invented } from './federation';
import { insertAll } from './insert';
import type { Member } from './members';
import type { MadeSession } from './offerings';
import type { Random } from './random';

const { story } = invented;

type Row = typeof bookings.$inferInsert;

interface Given {
  random: Random;
  members: Member[];
  sessions: MadeSession[];
  isNewForm: (occupation: string) => boolean;
  isBelow: (organisationId: string, ancestorId: string) => boolean;
}

const reasons: Partial<Record<BookingStatus, string>> = {
  sent_back: '请补充接送人的姓名和电话',
  refused: '本期名额优先给未参加过的会员',
};

/** Who may sit there, roughly as the eligibility rules say. */
function fits(m: Member, session: MadeSession, given: Given): boolean {
  const { offering } = session;
  const rules = offeringRules.parse(offering.rules);
  const age = ageOn(m.birthOn, todayOn(session.row.startsAt));
  if (rules.sex && m.sex !== rules.sex) return false;
  if (age < (rules.ageMin ?? 0) || age > (rules.ageMax ?? 200)) return false;
  if (rules.newFormOnly && !given.isNewForm(m.occupation)) return false;
  if (offering.kind === 'childcare' && (age < 28 || age > 45)) return false;
  return offering.visibility === 'all' || given.isBelow(m.home.id, offering.organisationId);
}

/** Each invented member books once at most, so nobody is in two places. */
function attendees(given: Given) {
  const free = new Set(given.members.slice(2));
  return (session: MadeSession): Member => {
    for (const member of free) {
      if (!fits(member, session, given)) continue;
      free.delete(member);
      return member;
    }
    throw new Error(`nobody fits ${session.offering.title}`);
  };
}

function createdAt(session: MadeSession, random: Random, now: Date): Date {
  const opens = session.offering.bookingOpensAt?.getTime() ?? now.getTime();
  const closes = session.offering.bookingClosesAt?.getTime() ?? now.getTime();
  const until = Math.min(closes, now.getTime()) - 60_000;
  return new Date(opens + random.next() * (until - opens));
}

export function bookingRow(
  given: { member: Member; child: Child | null; session: MadeSession; status: BookingStatus },
  at: Date,
  queueNo: number | null,
  calendar: WorkCalendar,
): Row {
  const { member, child, session, status } = given;
  const { offering, row } = session;
  const decided = offering.needsApproval && ['booked', 'refused', 'attended'].includes(status);
  return {
    id: newId(),
    number: '',
    sessionId: row.id,
    offeringId: offering.id,
    kind: offering.kind,
    accountId: member.accountId,
    personId: member.personId,
    childId: child?.row.id ?? null,
    attendeeId: child?.row.id ?? member.personId,
    organisationId: member.home.id,
    organiserId: offering.organisationId,
    term: offering.term,
    status,
    period: periodLiteral(timedOf({ ...row, details: row.details ?? {} })),
    queueNo,
    reason: reasons[status] ?? null,
    sentBackFields: status === 'sent_back' ? ['pick_up'] : [],
    nameGrams: gramsOf(member.name),
    pinyin: readName(member.name).sortKey,
    attendeeMasked: child?.nameMasked ?? maskName(member.name),
    phoneTail: member.phone.slice(-4),
    dueOn: status === 'pending' ? addWorkdays(todayOn(at), 3, calendar) : null,
    createdAt: at,
    decidedAt: decided ? new Date(at.getTime() + 3_600_000) : null,
    cancelledAt: status === 'cancelled' ? new Date(at.getTime() + 7_200_000) : null,
    updatedAt: at,
  };
}

type Special = (session: MadeSession, status: BookingStatus) => [Member, Child | null] | null;

/** What the demo member has: one upcoming, one attended, one in a queue, one sent back for a child. */
function demoMember(given: Given, today: string): { special: Special; children: Child[] } {
  const [courier] = given.members;
  if (!courier) throw new Error('no demo member');
  const elder = aChildOf(courier, given.random, today, {
    name: invented.people.elderChild,
    grade: 2,
    sex: 'female',
  });
  const younger = aChildOf(courier, given.random, today, {
    name: invented.people.youngerChild,
    grade: 4,
    sex: 'male',
  });
  const wanted = new Map<string, Child | null>([
    ['骑手安全课：雨天怎么骑/第一场/booked', null],
    ['中式面点培训班/秋季班/attended', null],
    ['电商直播入门/十二月班/waitlisted', null],
    [`（${story.town}）/一班/sent_back`, elder],
  ]);
  const special: Special = (session, status) => {
    const key = `${session.offering.title}/${session.row.title}/${status}`;
    for (const [end, child] of wanted) {
      if (!key.endsWith(end)) continue;
      wanted.delete(end);
      return [courier, child];
    }
    return null;
  };
  return { special, children: [elder, younger] };
}

function fill(given: Given, calendar: WorkCalendar, now: Date) {
  const today = todayOn(now);
  const next = attendees(given);
  const demo = demoMember(given, today);
  const kids = [...demo.children];
  const cases = given.sessions.flatMap((session) => {
    let queue = 0;
    return Object.entries(session.counts).flatMap(([status, count]) =>
      Array.from({ length: count }, (): BookingCase => {
        const [member, own] = demo.special(session, status as BookingStatus) ?? [
          next(session),
          null,
        ];
        const child =
          own ??
          (session.offering.kind === 'childcare' ? aChildOf(member, given.random, today) : null);
        if (child && !own) kids.push(child);
        const at = createdAt(session, given.random, now);
        const queueNo = status === 'waitlisted' ? ++queue : null;
        const what = { member, child, session, status: status as BookingStatus };
        return { session, row: bookingRow(what, at, queueNo, calendar) };
      }),
    );
  });
  return { kids, cases };
}

/** Bookings of every state with their children and history; the counters of places agree with them. */
export async function seedBookings(tx: Ctx, given: Given): Promise<BookingCase[]> {
  const calendar = await readDatedCalendar(tx);
  const { kids, cases } = fill(given, calendar.days, tx.now);
  const inOrder = cases.sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime());
  inOrder.forEach(({ row }, n) => {
    row.number = bookingNumber(todayOn(row.createdAt), n + 1);
  });
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
  await insertAll(
    tx,
    bookings,
    inOrder.map((one) => one.row),
  );
  const terms = workdayTerms(3);
  const waiting = inOrder.filter(({ row }) => row.status === 'pending');
  await insertAll(
    tx,
    clocks,
    waiting.map(({ row: { id, createdAt } }) =>
      clockRow(
        { ...answerOfBookings([]), subjectId: id },
        { startedAt: createdAt, terms },
        calendar,
      ),
    ),
  );
  await insertAll(tx, bookingEvents, inOrder.flatMap(bookingHistory));
  // The application may draw from the sequence, not set it.
  await tx.db.execute(
    sql`select max(nextval('booking_numbers')) from generate_series(1, ${inOrder.length})`,
  );
  return inOrder;
}
