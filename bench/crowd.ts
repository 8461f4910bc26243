import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { givenNames } from '@/db/seed/data/names';
import { invented } from '@/db/seed/federation';
import { gramsOf } from '@/lib/china/name-grams';
import { readName } from '@/lib/china/pinyin';

export const tokenOf = (n: number | 'officer'): string => `bench-${n}`;
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Some thousand names that nobody bears, with what the search stores beside them. */
async function inventNames(sql: Sql): Promise<number> {
  const given = [...givenNames.male, ...givenNames.female];
  const rows = invented.surnames.flatMap(([surname]) =>
    given.map((rest) => {
      const name = `${surname}${rest}`;
      return { name, pinyin: readName(name).sortKey, grams: gramsOf(name) };
    }),
  );
  await sql`create table bench_names (i serial primary key, name text, pinyin text, grams text[])`;
  await sql`insert into bench_names ${sql(rows, 'name', 'pinyin', 'grams')}`;
  return rows.length;
}

/** `size` signed-in members by SQL alone: accounts, people, memberships, sessions. */
export async function gatherCrowd(sql: Sql, size: number): Promise<void> {
  const names = await inventNames(sql);
  await sql`create table bench_crowd as
    select n, gen_random_uuid() as account_id, gen_random_uuid() as person_id, gen_random_uuid() as session_id
    from generate_series(1, ${size}) n`;
  await sql`alter table bench_crowd add primary key (n)`;
  await sql`insert into accounts (id, phone_index, phone_sealed, phone_tail, display_name)
    select account_id, 'bench-' || n, 'none', lpad((n % 10000)::text, 4, '0'), '甲' || n from bench_crowd`;
  await sql`insert into people (id, account_id, name, pinyin, name_grams, sex, birth_on, union_id)
    select c.person_id, c.account_id, b.name, b.pinyin, b.grams, 'female', '1990-01-01', u.id
    from bench_crowd c join bench_names b on b.i = 1 + c.n % ${names}
    cross join (select id from organisations where kind = 'joint_union' order by id limit 1) u`;
  await sql`insert into memberships (id, person_id, organisation_id, member_no, status, occupation_code,
      occupation_version, is_new_form, in_eight_groups, joined_on)
    select gen_random_uuid(), person_id, (select union_id from people p where p.id = person_id),
      'BENCH' || n, 'regular', 'courier', '2026-01', true, true, '2025-01-01' from bench_crowd`;
  await sql`insert into sessions (id, token_hash, account_id, assurance, mode, device, expires_at)
    select session_id, encode(sha256(convert_to('bench-' || n, 'UTF8')), 'hex'), account_id, 'sms', 'member',
      'bench', now() + interval '8 hours' from bench_crowd`;
  await sql`insert into sessions (id, token_hash, account_id, assurance, mode, device, expires_at, stepped_up_at)
    select gen_random_uuid(), ${hashOf(tokenOf('officer'))}, account_id, 'totp', 'staff', 'bench',
      now() + interval '8 hours', now() from role_grants where role = 'organisation_officer' limit 1`;
  await sql`analyze`;
}

let courses = 0;

/**
 * A course that anyone in the crowd may book, with so many sessions of so many places. Each course has
 * hours of its own, so that whoever booked one is free for the next.
 */
export async function makeCourse(
  sql: Sql,
  title: string,
  sessions: number,
  capacity: number,
): Promise<{ offeringId: string; sessionIds: string[] }> {
  const [offering] = await sql<{ id: string }[]>`
    insert into offerings (id, kind, status, title, organisation_id, booking_opens_at, booking_closes_at, rules, published_at)
    select gen_random_uuid(), 'training', 'published', ${title}, id, now() - interval '1 day',
      now() + interval '20 days', '{"waitlistMax": 0}', now() from organisations where kind = 'district_federation'
    returning id`;
  const offeringId = offering?.id ?? '';
  const hour = 3 * courses++;
  const made = await sql<{ id: string }[]>`
    insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
    select gen_random_uuid(), ${offeringId}, '第' || n || '场', at, at + interval '2 hours', '测试会场'
    from generate_series(1, ${sessions}) n,
      lateral (select now() + (30 + n) * interval '1 day' + ${hour} * interval '1 hour' as at) t
    returning id`;
  const sessionIds = made.map((row) => row.id);
  await sql`insert into session_capacity (session_id, capacity)
    select unnest(${sessionIds}::uuid[]), ${capacity}`;
  return { offeringId, sessionIds };
}

/**
 * Fills the desks up to `total` applications: every fifth waits, the rest is decided, over two years and
 * all unions. Those that wait belong to different people, as the index demands.
 */
export async function fillDesks(sql: Sql, total: number): Promise<void> {
  const [count] = await sql<
    { n: number }[]
  >`select count(*)::int as n from membership_applications`;
  const have = count?.n ?? 0;
  await sql`
    insert into membership_applications (id, number, account_id, person_id, status, channel, name, pinyin,
      name_grams, phone_tail, id_type, id_index, id_masked, occupation_code, occupation_version, route,
      organisation_id, desk_id, submitted_at, due_on, opened_at, decided_at)
    select gen_random_uuid(), 'BENCH-' || g.n, c.account_id, c.person_id,
      case when g.n % 5 = 0 then 'submitted' when g.n % 10 = 1 then 'rejected' else 'approved' end, 'web', b.name,
      b.pinyin, b.grams, lpad((g.n % 10000)::text, 4, '0'), 'resident_id', 'bench-' || g.n, '4508**********1126',
      'courier', '2026-01', 'town', u.id, u.id, now() - at, (now() - at)::date + 7,
      case when g.n % 5 <> 0 then now() - at end, case when g.n % 5 <> 0 then now() - at end
    from generate_series(${have + 1}::int, ${total}::int) g(n)
    join bench_crowd c on c.n = case when g.n % 5 = 0 then g.n / 5
      else 1 + g.n % (select max(m.n) from bench_crowd m) end
    join bench_names b on b.i = 1 + g.n % (select max(i) from bench_names)
    join (select id, row_number() over (order by id) - 1 as r, count(*) over () as k from organisations
      where kind in ('grassroots_union', 'joint_union', 'online_home')) u on u.r = g.n % u.k
    cross join lateral (select case when g.n % 5 = 0 then (g.n % 9) * interval '1 day'
      else (9 + g.n % 700) * interval '1 day' end as at) t`;
  await sql`vacuum analyze`;
}
