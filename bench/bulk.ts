import type { Sql } from 'postgres';
import { decideManyBookings } from '@/features/enrolment/commands/decide-many-bookings';
import { officerActor } from '@/lib/auth/officer-actor';
import { makeCtx } from '@/lib/ctx';
import { prepareRun, startRun } from '@/lib/forms/bulk-run';
import { newId } from '@/lib/ids';
import { transaction } from '@/lib/transaction';
import { makeCourse } from './crowd';
import type { Line } from './report';

const size = 5_000;

/** So many people wait for an answer to their booking of one course. */
async function fillCourse(sql: Sql, sessionIds: readonly string[], offeringId: string) {
  await sql`
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, due_on, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), 'BULK-' || c.n, s.id, s.offering_id, 'training', c.account_id, p.id, p.id, p.union_id,
      o.organisation_id, 'pending', current_date + 5, tstzmultirange(tstzrange(s.starts_at, s.ends_at)), '压**',
      a.phone_tail, now()
    from bench_crowd c join people p on p.id = c.person_id join accounts a on a.id = c.account_id
    join offering_sessions s on s.id = (${[...sessionIds]}::uuid[])[1 + c.n % ${sessionIds.length}]
    join offerings o on o.id = s.offering_id
    where c.n <= ${size}`;
  await sql`update session_capacity c set taken = (select count(*) from bookings b
    where b.session_id = c.session_id) where session_id = any (${[...sessionIds]}::uuid[])`;
  return sql<{ id: string; version: number }[]>`
    select id, version from bookings where offering_id = ${offeringId} order by id`;
}

/** 批量办理: five thousand bookings approved by one run of the job, each with its notice, ledger and history. */
export async function measureBulk(sql: Sql): Promise<Line[]> {
  const course = await makeCourse(sql, '压测批量', 16, size);
  const rows = await fillCourse(sql, course.sessionIds, course.offeringId);
  const [officer] = await sql<{ id: string }[]>`
    select account_id as id from role_grants where role = 'economy_officer' and revoked_at is null limit 1`;
  if (!officer || rows.length !== size) throw new Error('nobody to decide, or nothing');
  const runId = newId();
  const actor = await officerActor(makeCtx({ kind: 'anonymous' }), officer.id, runId);
  const started = await transaction(makeCtx(actor), async (tx) => {
    const id = await prepareRun(tx, { batchId: runId, kind: 'bookings', rows });
    await startRun(tx, id, { decision: 'approve', reason: null, fields: [] });
    return id;
  });
  const from = performance.now();
  await decideManyBookings(started);
  const ms = performance.now() - from;
  const [done] = await sql<{ n: number }[]>`
    select count(*)::int as n from bookings where offering_id = ${course.offeringId} and status = 'booked'`;
  if (done?.n !== size) throw new Error(`${done?.n} of ${size} were decided`);
  return [
    {
      what: '批量通过 5000 件',
      perSecond: (size * 1000) / ms,
      p50: ms,
      p99: ms,
      statuses: `${size} 件`,
      goal: '≤ 30 秒',
    },
  ];
}
