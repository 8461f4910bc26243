import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { freezeDraw } from '@/features/draws/commands/freeze-draw';
import { publishSeed } from '@/features/draws/commands/publish-seed';
import { runDraw } from '@/features/draws/commands/run-draw';
import { draw as drawOrder } from '@/features/draws/rules/draw';
import { announceDraw } from '@/features/draws/steps/announce-draw';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { transaction } from '@/lib/transaction';
import { keeperOf } from './check-in';
import { makeCourse } from './crowd';
import type { Line } from './report';

const size = 10_000;
const places = 40;

/** So many entries, taken in while the course was open; entries close now. */
async function fillDraw(sql: Sql, offeringId: string, sessionId: string, seedOn: string) {
  const terms = allocationTerms.parse({ draw: { seed: 'lottery', seedOn } });
  await sql`update offerings set allocation = 'draw', allocation_terms = ${sql.json(terms)},
    rules = '{}', booking_closes_at = now() - interval '1 minute' where id = ${offeringId}`;
  const about = { sessionId, offeringId, terms, equalUntil: null, closesAt: null };
  await transaction(makeCtx(system('压测')), (tx) => announceDraw(tx, about));
  await sql`
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, entry_no, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), 'BENCHDRAW' || c.n, s.id, o.id, o.kind, c.account_id, c.person_id, c.person_id,
      p.union_id, o.organisation_id, 'entered', c.n, tstzmultirange(tstzrange(s.starts_at, s.ends_at)), '甲*',
      '0000', now() - interval '1 hour'
    from bench_crowd c join people p on p.id = c.person_id, offering_sessions s join offerings o on o.id = s.offering_id
    where s.id = ${sessionId} and o.id = ${offeringId} and c.n <= ${size}`;
  await sql`analyze bookings`;
}

/** The night of the named number has come: its row is written once, so the guard steps aside. */
async function letTheNightCome(sql: Sql, drawId: string) {
  await sql`alter table draws disable trigger draws_step_by_step`;
  const [row] = await sql<{ list: string; hash: string }[]>`
    update draws set seed_on = ${addDays(todayOn(new Date()), -1)} where id = ${drawId}
    returning entries_text as list, entries_hash as hash`;
  await sql`alter table draws enable trigger draws_step_by_step`;
  if (!row) throw new Error('no draw');
  return row;
}

async function timed<T>(what: string, work: () => Promise<T>, goal?: string): Promise<[T, Line]> {
  const from = performance.now();
  const value = await work();
  const ms = performance.now() - from;
  const perSecond = (size * 1000) / ms;
  return [value, { what, perSecond, p50: ms, p99: ms, statuses: '', ...(goal && { goal }) }];
}

function must<T>(done: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

/** 抽签: a list of 10,000 is sealed and drawn for 40 places, and drawn again as anyone may. */
export async function measureDraw(sql: Sql): Promise<Line[]> {
  const { offeringId, sessionIds } = await makeCourse(sql, '压测抽签', 1, places);
  const sessionId = sessionIds[0] ?? '';
  await fillDraw(sql, offeringId, sessionId, addDays(todayOn(new Date()), 1));
  const ctx = await keeperOf(sql, offeringId);
  const [frozen, sealing] = await timed('名单 10000 个报名号，封存', () =>
    freezeDraw(ctx, { sessionId }),
  );
  const { drawId, entries } = must(frozen);
  const { list, hash } = await letTheNightCome(sql, drawId);
  if (createHash('sha256').update(list).digest('hex') !== hash) throw new Error('another list');
  must(await publishSeed(ctx, { drawId, issue: '2026153', digits: '407', again: '407' }));
  const [drawn, drawing] = await timed(
    '摇号、写结果、逐人通知',
    () => runDraw(ctx, { drawId }),
    '≤ 60 秒',
  );
  const { placed } = must(drawn);
  const [again, checking] = await timed('任何人重算一遍', () => drawOrder(list, '2026153:407'));
  const [outcome] = await sql<{ text: string; booked: number; notified: number }[]>`
    select results_text as text,
      (select count(*)::int from bookings where session_id = ${sessionId} and status = 'booked') as booked,
      (select count(*)::int from notices where dedupe_key like '%:drawn') as notified
    from draws where id = ${drawId}`;
  if (outcome?.text !== again.text) throw new Error('the order cannot be drawn again');
  if (placed !== places || outcome.booked !== places)
    throw new Error(`${placed} of ${places} placed`);
  if (entries !== size || outcome.notified !== size)
    throw new Error(`${outcome.notified} of ${entries} told`);
  return [
    { ...sealing, statuses: `${entries} 条` },
    { ...drawing, statuses: `${placed} 中签，${outcome.notified} 人收到通知` },
    { ...checking, statuses: '一致' },
  ];
}
