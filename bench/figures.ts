import type { Sql } from 'postgres';
import type { RoleName } from '@/db/schema/identity';
import { readFigures } from '@/features/figures/queries/read-figures';
import { figureFilter } from '@/features/figures/schema';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { addDays, addMonths, todayOn } from '@/lib/dates';
import type { Line } from './report';

/** A federation's month: so many bookings in sessions of forty. */
const A_MONTH = 10_000;
const IN_SESSION = 40;
const ROUNDS = 5;

/** Fills as many months back as `total` bookings make, by SQL alone; every tenth did not come. */
async function fillMonths(sql: Sql, offeringId: string, total: number): Promise<void> {
  // Nobody is in two places at once here, and the guard against it would take an hour of a million rows.
  await sql`alter table bookings drop constraint if exists bookings_no_overlap`;
  const perMonth = A_MONTH / IN_SESSION;
  await sql`
    with made as (
      insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
      select gen_random_uuid(), ${offeringId}, 'F' || lpad(n::text, 7, '0'), at, at + interval '1 hour', '测试会场'
      from generate_series((select count(*)::int from offering_sessions where offering_id = ${offeringId}), ${total / IN_SESSION - 1}::int) n,
        lateral (select date_trunc('month', now()) - (1 + n / ${perMonth}::int) * interval '1 month'
          + (n % ${perMonth}::int) * interval '2 hours' as at) t
      returning id, title, starts_at, ends_at),
    places as (insert into session_capacity (session_id, capacity, taken) select id, ${IN_SESSION}, ${IN_SESSION} from made)
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), m.title || '-' || j, m.id, ${offeringId}, 'training', c.account_id, c.person_id, c.person_id,
      u.id, o.organisation_id, case when (c.n + j) % 10 = 0 then 'absent' else 'attended' end,
      tstzmultirange(tstzrange(m.starts_at, m.ends_at)), '甲**', '0000', m.starts_at
    from made m cross join generate_series(0, ${IN_SESSION - 1}) j
    join offerings o on o.id = ${offeringId}
    join bench_crowd c on c.n = 1 + (substr(m.title, 2)::int * ${IN_SESSION} + j) % (select max(x.n) from bench_crowd x)
    join (select id, row_number() over (order by id) - 1 as r, count(*) over () as k from organisations
      where kind in ('grassroots_union', 'joint_union', 'online_home')) u on u.r = c.n % u.k`;
  await sql`vacuum analyze`;
}

/** Somebody at the root with one role, who reads the figures there. */
export async function officerOf(sql: Sql, role: RoleName): Promise<Ctx> {
  const [row] = await sql<{ account: string; root: string }[]>`
    select (select id from accounts order by id limit 1) as account, id as root
    from organisations where parent_id is null`;
  if (!row) throw new Error('no federation');
  return makeCtx({
    kind: 'account',
    accountId: row.account,
    personId: null,
    sessionId: row.account,
    displayName: '压测',
    assurance: 'totp',
    mode: 'staff',
    grants: [{ role, organisationId: row.root }],
  });
}

/** The middle and the slowest of a few rounds, in milliseconds. */
export async function middle(work: () => Promise<unknown>): Promise<{ p50: number; p99: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(ROUNDS / 2)] ?? 0, p99: times.at(-1) ?? 0 };
}

/** 服务统计: a month and a year of figures by union, while the years behind them grow. */
export async function measureFigures(sql: Sql, sizes: readonly number[]): Promise<Line[]> {
  const [course] = await sql<{ id: string }[]>`
    insert into offerings (id, kind, status, title, organisation_id, published_at)
    select gen_random_uuid(), 'training', 'finished', '压测统计', id, now() from organisations where parent_id is null
    returning id`;
  const ctx = await officerOf(sql, 'economy_officer');
  const month = `${todayOn(new Date()).slice(0, 7)}-01`;
  const periods = [
    { what: '上月', months: 1 },
    { what: '一年', months: 12 },
  ];
  const lines: Line[] = [];
  for (const size of sizes) {
    await fillMonths(sql, course?.id ?? '', size);
    for (const { what, months } of periods.filter((each) => size >= each.months * A_MONTH)) {
      const filter = figureFilter.parse({
        from: addMonths(month, -months),
        to: addDays(month, -1),
        by: 'union',
      });
      const took = await middle(() => readFigures(ctx, filter));
      const first = lines.find((line) => line.what.startsWith(what));
      lines.push({
        what: `${what}，${size.toLocaleString('zh-CN')} 个预约`,
        perSecond: 1000 / took.p50,
        ...took,
        statuses: `${(months * A_MONTH).toLocaleString('zh-CN')} 行在内`,
        ...(first && { ratio: took.p50 / first.p50 }),
        goal: first ? '≤ 2' : '≤ 2500 毫秒',
      });
    }
  }
  return lines;
}
