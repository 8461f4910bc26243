import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { tokenOf } from './crowd';
import { fire, type Shot, sideBySide } from './load';
import type { Line } from './report';

/** Everyone comes from an address of their own: the limit per address is another matter. */
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** The n-th of the crowd asks for a place, from an address of their own. */
export const bookingShot = (port: number, n: number, course: Course, sessionId = ''): Shot => ({
  path: '/api/bookings',
  method: 'POST',
  headers: {
    cookie: `lx=${tokenOf(n)}`,
    origin: `http://127.0.0.1:${port}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    'x-forwarded-for': addressOf(n),
  },
  body: JSON.stringify({ offeringId: course.offeringId, sessionId, who: 'self' }),
});

export interface Course {
  readonly offeringId: string;
  readonly sessionIds: readonly string[];
}

/** Bookings over all sessions of the course, each by somebody who has not booked it yet. */
function book(port: number, course: Course, crowd: { next: number }) {
  return fire({
    port,
    connections: 50,
    seconds: 3,
    most: 2500,
    next: () => {
      const n = crowd.next;
      crowd.next += 2;
      const sessionId = course.sessionIds[(n >> 1) % course.sessionIds.length] ?? '';
      return bookingShot(port, n, course, sessionId);
    },
  });
}

/** The booking handler against a bare server that runs the same SQL in the same database. */
export async function measureBooking(
  ports: { ours: number; bare: number },
  courses: { ours: Course; bare: Course },
): Promise<Line[]> {
  // Odd and even: nobody is in two places at once.
  const crowds = { ours: { next: 11 }, bare: { next: 12 } };
  const got = await sideBySide(
    {
      bare: () => book(ports.bare, courses.bare, crowds.bare),
      ours: () => book(ports.ours, courses.ours, crowds.ours),
    },
    5,
  );
  const ratio = got.ours.perSecond / got.bare.perSecond;
  return [
    { what: '裸 node:http + postgres.js', ...got.bare },
    { what: 'POST /api/bookings', ...got.ours, ratio, goal: '≥ 0.4' },
  ];
}

const PEOPLE = 2_000;
const FEWER = 1_000;

/** Everyone at the same instant for the one session; people whom the rounds before have not reached. */
function rush(port: number, course: Course, first: number, people = PEOPLE) {
  const sessionId = course.sessionIds[0] ?? '';
  let n = first;
  return fire({
    port,
    connections: people,
    seconds: 60,
    most: people,
    next: () => bookingShot(port, n++, course, sessionId),
  });
}

async function exactness(sql: Sql, course: Course): Promise<{ booked: number; taken: number }> {
  const sessionId = course.sessionIds[0] ?? '';
  const [row] = await sql<{ booked: number; taken: number }[]>`
    select (select count(*)::int from bookings where session_id = ${sessionId} and status = 'booked') as booked,
      (select taken from session_capacity where session_id = ${sessionId}) as taken`;
  return row ?? { booked: 0, taken: 0 };
}

/**
 * (d) The opening minute: two thousand people at the same instant for forty places over HTTP, through
 * all processes; beside it the same statements on the bare server, which decides nothing and so says
 * only how fast this machine could answer.
 */
export async function measureRush(
  ports: { ours: number; oneProcess: number; bare: number },
  sql: Sql,
  courses: { ours: Course; oneProcess: Course; bare: Course },
): Promise<Line[]> {
  const bare = await rush(ports.bare, courses.bare, 36_001);
  const ours = await rush(ports.ours, courses.ours, 38_001);
  const fewer = await rush(ports.oneProcess, courses.oneProcess, 35_001, FEWER);
  const line = (what: string, { statuses, perSecond, p50, p99 }: typeof ours): Line => {
    const said = Object.entries(statuses).map(([status, count]) => `${status}×${count}`);
    return { what, perSecond, p50, p99, statuses: said.join(' ') };
  };
  const exact = async (course: Course) => {
    const { booked, taken } = await exactness(sql, course);
    return booked === 40 && taken === 40 ? '正好 40 ✓' : `✗ 存 ${booked}，记 ${taken}`;
  };
  return [
    line('裸 node:http，同样的 SQL', bare),
    {
      ...line(`2000 人抢 40 个名额，${await exact(courses.ours)}`, ours),
      ratio: ours.p99 / bare.p99,
      goal: 'p99 ≤ 0.4',
    },
    {
      ...line(`1000 人抢，一个进程，${await exact(courses.oneProcess)}`, fewer),
      p99: fewer.last,
      goal: '最后 ≤ 1500',
    },
  ];
}
