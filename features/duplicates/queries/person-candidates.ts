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
/** A birth date that is only close is asked about for a name with so few bearers at most. */
const rareName = 20;

const array = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

/**
 * Ids of pairs worth comparing: the same document, the same reading and birth date, one phone, a rare name with a
 * close birth date, a long name with the same birth date.
 */
const pairsOf = (systemTx: Ctx) =>
  systemTx.db.execute<Ids>(sql`
    with who as materialized (
      select p.id, p.account_id, coalesce(p.name, a.name) as name, coalesce(p.pinyin, a.pinyin) as pinyin,
        coalesce(p.birth_on, a.birth_on) as birth,
        case when p.id_index is not null then p.id_type else a.id_type end as id_type,
        coalesce(p.id_index, a.id_index) as id_index
      from people p left join lateral (select x.name, x.pinyin, x.birth_on, x.id_type, x.id_index
        from membership_applications x where x.person_id = p.id order by x.id desc limit 1) a on p.id_index is null
      where p.merged_into is null),
    owners as (select w.id, w.account_id from who w union all
      select gone.merged_into, gone.account_id from people gone where gone.merged_into is not null),
    past as (select o.id, x.phone_index from past_phones x join owners o on o.account_id = x.account_id),
    rare as (select pinyin from who where name is not null group by pinyin having count(*) between 2 and ${rareName}),
    named as (select w.* from who w join rare using (pinyin)),
    pairs as (
      select 1 as rank, x.id as a, y.id as b from who x join who y
        on x.id_index = y.id_index and x.id_type = y.id_type and x.id < y.id
      union all select 2, least(x.id, y.id), greatest(x.id, y.id) from past x join past y
        on x.phone_index = y.phone_index and x.id < y.id
      union all select 2, least(x.id, w.id), greatest(x.id, w.id) from past x
        join accounts c on c.phone_index = x.phone_index join who w on w.account_id = c.id and w.id <> x.id
      union all select 3, x.id, y.id from who x join who y
        on x.pinyin = y.pinyin and x.birth = y.birth and x.id < y.id
        and not (x.id_index is not null and y.id_index is not null and x.id_type = y.id_type)
      union all select 4, x.id, y.id from who x join who y on x.birth = y.birth and x.id < y.id
        and length(x.name) > 3 and length(y.name) > 3 and x.pinyin <> y.pinyin
        and similarity(x.pinyin, y.pinyin) > 0.4
      union all select 5, x.id, y.id from named x join named y
        on x.name = y.name and x.id < y.id and x.birth <> y.birth and (
          to_char(x.birth, 'MMDD') = to_char(y.birth, 'MMDD')
          or to_char(x.birth, 'YYYYMMDD') = to_char(y.birth, 'YYYYDDMM')
          or (extract(year from x.birth) = extract(year from y.birth)
            and (extract(month from x.birth) = extract(month from y.birth)
              or extract(day from x.birth) = extract(day from y.birth)))))
    select a, b from pairs group by a, b order by min(rank), a, b limit ${mostAtOnce}`);

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
