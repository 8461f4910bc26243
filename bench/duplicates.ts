import type { Sql } from 'postgres';
import { findDuplicates } from '@/features/duplicates/commands/find-duplicates';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import type { Line } from './report';

/** So many people are entered twice: with the same name and birth date, without a document. */
const TWICE = 1000;

const syllables =
  'huang li wei chen liang qin nong meng lu tan he mo luo zhou yang deng xie pan tang zeng'.split(
    ' ',
  );
const signs = [...'黄李韦陈梁覃农蒙陆谭何莫罗周杨邓谢潘唐曾'];

/** People with names of three out of twenty signs, by SQL alone. */
async function fillPeople(sql: Sql, total: number): Promise<void> {
  await sql`
    with have as (select count(*)::int as n from accounts where phone_index like 'bench:%'),
    made as (
      insert into accounts (id, phone_index, phone_sealed, phone_tail, display_name)
      select gen_random_uuid(), 'bench:' || i, '', lpad((i % 10000)::text, 4, '0'), i::text
      from have, generate_series(have.n, ${total - 1}::int) i returning id, display_name::int as i)
    insert into people (id, account_id, name, pinyin, initials, id_type, id_index, birth_on, sex)
    select gen_random_uuid(), m.id,
      (${signs}::text[])[1 + k.of % 20] || (${signs}::text[])[1 + k.of / 20 % 20] || (${signs}::text[])[1 + k.of / 400 % 20],
      (${syllables}::text[])[1 + k.of % 20] || ' ' || (${syllables}::text[])[1 + k.of / 20 % 20] || ' ' || (${syllables}::text[])[1 + k.of / 400 % 20],
      'bench', case when m.i < ${TWICE} and m.i % 2 = 1 then null else 'bench' end,
      case when m.i < ${TWICE} and m.i % 2 = 1 then null else 'bench:' || m.i end,
      '1960-01-01'::date + (k.of * 37) % 14600, case when k.of % 2 = 0 then 'male' else 'female' end
    from made m cross join lateral (select case when m.i < ${TWICE} then m.i / 2 * 2 else m.i end as of) k`;
  await sql`vacuum analyze`;
}

const megabytes = () => process.memoryUsage().rss / 1024 / 1024;

/** The search for duplicates of a night, over growing numbers of people: time, and what it takes in memory. */
export async function measureDuplicates(sql: Sql, sizes: readonly number[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const size of sizes) {
    await fillPeople(sql, size);
    const before = megabytes();
    const began = performance.now();
    const found = await findDuplicates(makeCtx(system()));
    const took = performance.now() - began;
    lines.push({
      what: `夜里找重复，${size.toLocaleString('zh-CN')} 人`,
      perSecond: 1000 / took,
      ...{ p50: took, p99: took },
      statuses: `找到 ${found.people} 对，内存 +${Math.max(0, megabytes() - before).toFixed(0)} MiB`,
      goal: '≤ 120000 毫秒',
    });
  }
  return lines;
}
