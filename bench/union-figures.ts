import type { Sql } from 'postgres';
import { readUnionFigures } from '@/features/figures/queries/union-figures';
import { unionFigureFilter } from '@/features/figures/schema';
import { addDays, addMonths, todayOn } from '@/lib/dates';
import { middle, officerOf } from './figures';
import type { Line } from './report';

/** Memberships that begin and end in a month, whose lines the figures of that month count. */
const A_MONTH = 10_000;

/** Fills as many months back as `total` ended memberships make, each with its 入会 and 退会, by SQL alone. */
async function fillMemberships(sql: Sql, total: number): Promise<void> {
  await sql`
    with have as (select count(*)::int as n from memberships where member_no like 'BENCHF%'),
    made as (
      insert into memberships (id, person_id, organisation_id, member_no, status, occupation_code,
        occupation_version, is_new_form, in_eight_groups, joined_on, ended_on)
      select gen_random_uuid(), c.person_id, u.id, 'BENCHF' || i, 'left', 'courier', '2026-01', i % 2 = 0, true,
        on_day, on_day + 3
      from have, generate_series(have.n, ${total - 1}::int) i
      join bench_crowd c on c.n = 1 + i % (select max(x.n) from bench_crowd x)
      join (select id, row_number() over (order by id) - 1 as r, count(*) over () as k from organisations
        where kind in ('grassroots_union', 'joint_union', 'online_home')) u on u.r = i % u.k
      cross join lateral (select (date_trunc('month', now()) - (1 + i / ${A_MONTH}) * interval '1 month')::date
        + i % 24 as on_day) d
      returning id, person_id, organisation_id, is_new_form, joined_on, ended_on)
    insert into membership_changes (id, membership_id, person_id, organisation_id, type, "on", is_new_form)
    select gen_random_uuid(), m.id, m.person_id, m.organisation_id, c.type, c.on_day, m.is_new_form
    from made m cross join lateral (values ('joined', m.joined_on), ('resigned', m.ended_on)) c(type, on_day)`;
  await sql`vacuum analyze`;
}

/** 组织统计: a month and a year of figures, while the memberships that lie years back grow. */
export async function measureUnionFigures(sql: Sql, sizes: readonly number[]): Promise<Line[]> {
  const ctx = await officerOf(sql, 'organisation_officer');
  const month = `${todayOn(new Date()).slice(0, 7)}-01`;
  const periods = [
    { what: '上月', months: 1 },
    { what: '一年', months: 12 },
  ];
  const lines: Line[] = [];
  for (const size of sizes) {
    await fillMemberships(sql, size);
    for (const { what, months } of periods.filter((each) => size >= each.months * A_MONTH)) {
      const filter = unionFigureFilter.parse({
        from: addMonths(month, -months),
        to: addDays(month, -1),
      });
      const took = await middle(() => readUnionFigures(ctx, filter));
      const first = lines.find((line) => line.what.startsWith(what));
      lines.push({
        what: `${what}，${size.toLocaleString('zh-CN')} 条会籍`,
        perSecond: 1000 / took.p50,
        ...took,
        statuses: `${(2 * months * A_MONTH).toLocaleString('zh-CN')} 条变化在内`,
        ...(first && { ratio: took.p50 / first.p50 }),
        goal: first ? '≤ 2' : '≤ 2500 毫秒',
      });
    }
  }
  return lines;
}
