import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { PersonFacts } from '../rules/likeness';
import { personFacts } from './person-facts';

/** A record with what it says, and the union it is looked at from. */
export interface ComparedRecord<Facts> {
  readonly id: string;
  readonly organisationId: string;
  readonly facts: Facts;
}

/** Two records that are worth comparing. */
export interface ComparedPair<Facts> {
  readonly a: ComparedRecord<Facts>;
  readonly b: ComparedRecord<Facts>;
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly name: string | null;
  readonly pinyin: string | null;
  readonly birth: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly id_type: string | null;
  readonly id_index: string | null;
  readonly phones: readonly string[];
  readonly employer: string | null;
  readonly union_id: string | null;
  readonly organisation_id: string;
}

interface Ids extends Record<string, unknown> {
  readonly a: string;
  readonly b: string;
}

/** More pairs in one night than anybody can look through are not carried in memory; the likeliest reasons come first. */
const mostAtOnce = 50_000;
/** So many pairs are compared by one statement. */
const batch = 1000;
/** A reading with a birth date, or a birth date of long names, that more people share is a fault of the books. */
const mostAlike = 200;
/** A birth date that is only close is asked about for a name with so few bearers at most. */
const rareName = 20;

const array = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/** Who each record is of, as its union approved it, else as the last application says. */
const who = sql`who as materialized (
  select p.id, p.account_id, coalesce(p.name, a.name) as name, coalesce(p.pinyin, a.pinyin) as pinyin,
    coalesce(p.birth_on, a.birth_on) as birth,
    case when p.id_index is not null then p.id_type else a.id_type end as id_type,
    coalesce(p.id_index, a.id_index) as id_index
  from people p left join (select distinct on (x.person_id) x.person_id, x.name, x.pinyin, x.birth_on, x.id_type,
    x.id_index from membership_applications x order by x.person_id, x.id desc) a
    on a.person_id = p.id and p.id_index is null
  where p.merged_into is null)`;

/**
 * Pairs worth comparing, a statement each, the likeliest reasons first: the same document, one phone, the same
 * reading and birth date, a long name with the same birth date, a rare name with a close birth date. What more
 * than `mostAlike` share tells nobody apart, a day that a form filled in for all, and is not gone through.
 */
const blocks = [
  sql`with ${who}
    select x.id as a, y.id as b from who x join who y
      on x.id_index = y.id_index and x.id_type = y.id_type and x.id < y.id`,
  sql`with ${who},
    owners as (select w.id, w.account_id from who w union all
      select gone.merged_into, gone.account_id from people gone where gone.merged_into is not null),
    past as (select o.id, x.phone_index from past_phones x join owners o on o.account_id = x.account_id)
    select least(x.id, y.id) as a, greatest(x.id, y.id) as b from past x join past y
      on x.phone_index = y.phone_index and x.id < y.id
    union select least(x.id, w.id), greatest(x.id, w.id) from past x
      join accounts c on c.phone_index = x.phone_index join who w on w.account_id = c.id and w.id <> x.id`,
  sql`with ${who},
    alike as (select pinyin, birth from who where pinyin is not null and birth is not null
      group by 1, 2 having count(*) between 2 and ${mostAlike}),
    few as materialized (select w.* from who w join alike using (pinyin, birth))
    select x.id as a, y.id as b from few x join few y
      on x.pinyin = y.pinyin and x.birth = y.birth and x.id < y.id
      and not (x.id_index is not null and y.id_index is not null and x.id_type = y.id_type)`,
  sql`with ${who},
    long as (select * from who where length(name) > 3 and birth is not null),
    alike as (select birth from long group by 1 having count(*) between 2 and ${mostAlike}),
    few as materialized (select l.* from long l join alike using (birth))
    select x.id as a, y.id as b from few x join few y on x.birth = y.birth and x.id < y.id
      and x.pinyin <> y.pinyin and similarity(x.pinyin, y.pinyin) > 0.4`,
  sql`with ${who},
    rare as (select pinyin from who where name is not null group by pinyin having count(*) between 2 and ${rareName}),
    named as materialized (select w.* from who w join rare using (pinyin))
    select x.id as a, y.id as b from named x join named y
      on x.name = y.name and x.id < y.id and x.birth <> y.birth and (
        to_char(x.birth, 'MMDD') = to_char(y.birth, 'MMDD')
        or to_char(x.birth, 'YYYYMMDD') = to_char(y.birth, 'YYYYDDMM')
        or (extract(year from x.birth) = extract(year from y.birth)
          and (extract(month from x.birth) = extract(month from y.birth)
            or extract(day from x.birth) = extract(day from y.birth))))`,
];

/** Ids of all pairs worth comparing, each once, at most `mostAtOnce`. */
async function pairsOf(systemTx: Ctx): Promise<Ids[]> {
  const pairs = new Map<string, Ids>();
  for (const block of blocks) {
    const left = mostAtOnce - pairs.size;
    if (left <= 0) break;
    const rows = await systemTx.db.execute<Ids>(sql`${block} limit ${left}`);
    for (const { a, b } of rows) pairs.set(`${a} ${b}`, { a, b });
  }
  return [...pairs.values()];
}

/** What the records of a batch say, with how many others have their names. */
async function recordsOf(
  systemTx: Ctx,
  ids: readonly string[],
): Promise<Map<string, ComparedRecord<PersonFacts>>> {
  const rows = await systemTx.db.execute<Row>(personFacts(sql`p.id = any (${array(ids)}::uuid[])`));
  const readings = [...new Set(rows.flatMap(({ pinyin }) => pinyin ?? []))];
  const counted = await systemTx.db.execute<{ pinyin: string; name: string | null; n: number }>(sql`
    select pinyin, name, count(*)::int as n from people
    where pinyin = any (${array(readings)}::text[]) and merged_into is null group by 1, 2`);
  const bearers = new Map<string, number>();
  const add = (key: string, n: number) => bearers.set(key, (bearers.get(key) ?? 0) + n);
  for (const { pinyin, name, n } of counted) {
    add(`sound ${pinyin}`, n);
    add(`name ${name}`, n);
  }
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ id: row.id, organisationId: row.organisation_id },
        facts: {
          ...{ name: row.name, pinyin: row.pinyin, birthOn: row.birth, sex: row.sex },
          ...{ idType: row.id_type, idIndex: row.id_index, phones: row.phones },
          ...{ employer: row.employer, unionId: row.union_id },
          nameCount: bearers.get(`name ${row.name}`) ?? 1,
          readingCount: bearers.get(`sound ${row.pinyin}`) ?? 1,
        },
      },
    ]),
  );
}

/** How many records stand. */
export const countPeople = (systemTx: Ctx): Promise<number> =>
  systemTx.db
    .execute<{ n: number }>(sql`select count(*)::int as n from people where merged_into is null`)
    .then(([row]) => row?.n ?? 0);

/** Pairs of records worth comparing, so many at a time. Run it as the system. */
export async function* personCandidates(
  systemTx: Ctx,
): AsyncGenerator<readonly ComparedPair<PersonFacts>[]> {
  const pairs = await pairsOf(systemTx);
  for (let from = 0; from < pairs.length; from += batch) {
    const some = pairs.slice(from, from + batch);
    const records = await recordsOf(systemTx, [...new Set(some.flatMap(({ a, b }) => [a, b]))]);
    yield some.flatMap((pair) => {
      const [a, b] = [records.get(pair.a), records.get(pair.b)];
      return a && b ? [{ a, b }] : [];
    });
  }
}
