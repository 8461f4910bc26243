import type { Sql } from 'postgres';
import { bookingShot, type Course } from './booking';
import { fire, sideBySide } from './load';
import type { Line } from './report';

interface Ports {
  readonly ours: number;
  readonly bare: number;
}

const get = (port: number, path: string) =>
  fire({ port, connections: 16, seconds: 3, most: 50_000, next: () => ({ path }) });

/** Somebody else each time asks for a place of a session that has none left. */
function ask(port: number, path: string, course: Course, crowd: { next: number }) {
  return fire({
    port,
    connections: 16,
    seconds: 3,
    most: 3000,
    next: () => {
      const n = 1 + (crowd.next++ % 30_000);
      return { ...bookingShot(port, n, course, course.sessionIds[0]), path };
    },
  });
}

/** What is answered without a page, against a bare server that does the same and nothing else. */
export async function measureDoors(
  { ours, bare }: Ports,
  sql: Sql,
  course: Course,
): Promise<Line[]> {
  await sql`update session_capacity set taken = capacity where session_id in ${sql(course.sessionIds)}`;
  const crowds = { ours: { next: 0 }, bare: { next: 15_000 } };
  const got = await sideBySide(
    {
      bareHealth: () => get(bare, '/api/health'),
      health: () => get(ours, '/api/health'),
      bareRefusal: () => ask(bare, '/refuse', course, crowds.bare),
      refusal: () => ask(ours, '/api/bookings', course, crowds.ours),
    },
    5,
  );
  const { bareHealth, health, bareRefusal, refusal } = got;
  return [
    { what: '裸 node:http，一行 JSON', ...bareHealth },
    {
      what: '/api/health',
      ...health,
      ratio: health.perSecond / bareHealth.perSecond,
      goal: '≥ 0.3',
    },
    { what: '裸 node:http，同样的两条 SQL', ...bareRefusal },
    {
      what: '已满的答复',
      ...refusal,
      ratio: refusal.perSecond / bareRefusal.perSecond,
      goal: '≥ 0.6',
    },
  ];
}
