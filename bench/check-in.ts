import type { Sql } from 'postgres';
import { checkInBatch } from '@/features/attendance/commands/check-in-batch';
import { bookingLink } from '@/features/bookings/queries/booking-check';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { makeCourse } from './crowd';
import type { Line } from './report';

const size = 500;

/** An officer of the course's own union. */
export async function keeperOf(sql: Sql, offeringId: string): Promise<Ctx> {
  const [row] = await sql<{ union: string; account: string }[]>`
    select o.organisation_id as union, (select id from accounts order by id limit 1) as account
    from offerings o where o.id = ${offeringId}`;
  if (!row) throw new Error('no course');
  return makeCtx({
    kind: 'account',
    accountId: row.account,
    personId: null,
    sessionId: row.account,
    displayName: '压测',
    assurance: 'totp',
    mode: 'staff',
    grants: [{ role: 'economy_officer', organisationId: row.union }],
  });
}

/** A sitting that goes on now, with everyone's place in it. */
async function fillSitting(sql: Sql, offeringId: string, sessionId: string) {
  const [session] = await sql<{ endsAt: Date }[]>`
    update offering_sessions set starts_at = date_trunc('hour', now()),
      ends_at = date_trunc('hour', now()) + interval '1 hour', details = '{}'
    where id = ${sessionId} returning ends_at as "endsAt"`;
  const rows = await sql<{ id: string }[]>`
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), 'BENCHIN' || c.n, s.id, o.id, o.kind, c.account_id, c.person_id, c.person_id,
      p.union_id, o.organisation_id, 'booked', tstzmultirange(tstzrange(s.starts_at, s.ends_at)), '甲*', '0000', now()
    from bench_crowd c join people p on p.id = c.person_id, offering_sessions s join offerings o on o.id = s.offering_id
    where s.id = ${sessionId} and o.id = ${offeringId} and c.n between 10001 and ${10_000 + size}
    returning id`;
  await sql`update session_capacity set taken = ${size} where session_id = ${sessionId}`;
  return rows.map(({ id }) => bookingLink({ id, endsAt: session?.endsAt ?? new Date() }));
}

/** 签到: 500 scans of an offline spell in one batch, and the same batch sent once more. */
export async function measureCheckIn(sql: Sql): Promise<Line[]> {
  const { offeringId, sessionIds } = await makeCourse(sql, '压测签到', 1, size);
  const sessionId = sessionIds[0] ?? '';
  const codes = await fillSitting(sql, offeringId, sessionId);
  const ctx = await keeperOf(sql, offeringId);
  const at = new Date().toISOString();
  const scans = codes.map((code) => ({ id: newId(), at, code }));
  const send = async (what: string): Promise<Line> => {
    const from = performance.now();
    const answer = await checkInBatch(ctx, { sessionId, deviceId: 'bench-device', scans });
    const ms = performance.now() - from;
    const passed = answer.ok ? answer.value.results.filter((r) => r.result === 'passed').length : 0;
    const statuses = `${passed} 条通过`;
    return { what, perSecond: (size * 1000) / ms, p50: ms, p99: ms, statuses, goal: '≤ 2 秒' };
  };
  const lines = [await send('500 条一次上传'), await send('同一批再传一次')];
  const [stored] = await sql<{ n: number }[]>`
    select count(*)::int as n from check_ins where session_id = ${sessionId}`;
  if (stored?.n !== size) throw new Error(`${stored?.n} entries of ${size} scans`);
  return lines;
}
