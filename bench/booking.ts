import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { tokenOf } from './crowd';
import { fire, sideBySide } from './load';
import type { Line } from './report';

export interface Course {
  readonly offeringId: string;
  readonly sessionIds: readonly string[];
}

/** Bookings over all sessions of the course, each by somebody who has not booked it yet. */
function book(port: number, course: Course, crowd: { next: number }) {
  return fire({
    port,
    connections: 16,
    seconds: 3,
    most: 5000,
    next: () => {
      const n = crowd.next;
      crowd.next += 2;
      const sessionId = course.sessionIds[(n >> 1) % course.sessionIds.length] ?? '';
      return {
        path: '/api/bookings',
        method: 'POST',
        headers: {
          cookie: `lx=${tokenOf(n)}`,
          origin: `http://127.0.0.1:${port}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ offeringId: course.offeringId, sessionId, who: 'self' }),
      };
    },
  });
}

/** (b) The booking handler against a bare server that runs the same SQL in the same database. */
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

/** (c) A thousand people at the same instant for forty places: exact, and how long they wait. */
export async function measureRush(port: number, sql: Sql, course: Course): Promise<Line[]> {
  // People whom the rounds before have not reached.
  let n = 15_001;
  const sessionId = course.sessionIds[0] ?? '';
  const volley = await fire({
    port,
    connections: 1000,
    seconds: 60,
    most: 1000,
    next: () => ({
      path: '/api/bookings',
      method: 'POST',
      headers: {
        cookie: `lx=${tokenOf(n++)}`,
        origin: `http://127.0.0.1:${port}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ offeringId: course.offeringId, sessionId, who: 'self' }),
    }),
  });
  const [row] = await sql<{ booked: number; taken: number }[]>`
    select (select count(*)::int from bookings where session_id = ${sessionId} and status = 'booked') as booked,
      (select taken from session_capacity where session_id = ${sessionId}) as taken`;
  const statuses = Object.entries(volley.statuses).map(([status, count]) => `${status}×${count}`);
  return [
    {
      what: '1000 人同时抢 40 个名额',
      perSecond: volley.perSecond,
      p50: volley.p50,
      p99: volley.p99,
      statuses: statuses.join(' '),
      ratio: row?.booked,
      goal: row?.booked === 40 && row.taken === 40 ? '= 40 ✓' : `= 40 ✗ (taken ${row?.taken})`,
    },
  ];
}
