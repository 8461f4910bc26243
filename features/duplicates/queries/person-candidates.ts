import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { PersonFacts } from '../rules/likeness';
import { personFacts } from './person-facts';

/** One side of a pair as the statement gives it. */
interface Row {
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
  readonly bearers: number;
  readonly sounding: number;
}

/** A record with what it says, and the union it is looked at from. */
export interface ComparedRecord<Facts> {
  readonly id: string;
  readonly organisationId: string;
  readonly facts: Facts;
}

interface Found extends Record<string, unknown> {
  readonly a: Row;
  readonly b: Row;
}

/** More pairs in one night than anybody can look through are not carried in memory; the likeliest reasons come first. */
const mostAtOnce = 50_000;
/** A birth date that is only close is asked about for a name with so few bearers at most. */
const rareName = 20;

const candidate = (row: Row): ComparedRecord<PersonFacts> => ({
  id: row.id,
  organisationId: row.organisation_id,
  facts: {
    ...{ name: row.name, pinyin: row.pinyin, birthOn: row.birth, sex: row.sex },
    ...{ idType: row.id_type, idIndex: row.id_index, phones: row.phones },
    ...{ employer: row.employer, unionId: row.union_id },
    ...{ nameCount: row.bearers, readingCount: row.sounding },
  },
});

/**
 * Pairs of records worth comparing, by one statement: the same document, the same reading and birth date, one
 * phone, a rare name with a close birth date, a long name with the same birth date. Run it as the system.
 * @returns the pairs, and how many records there are
 */
export async function personCandidates(systemTx: Ctx): Promise<{
  people: number;
  pairs: { a: ComparedRecord<PersonFacts>; b: ComparedRecord<PersonFacts> }[];
}> {
  const rows = await systemTx.db.execute<Found>(sql`
    with facts as materialized (${personFacts()}),
    counted as materialized (select f.*, count(*) over (partition by name) as bearers,
      count(*) over (partition by pinyin) as sounding from facts f where name is not null),
    numbers as materialized (select f.id, phone from facts f, unnest(f.phones) phone),
    pairs as (
      select 1 as rank, x.id as a, y.id as b from facts x join facts y
        on x.id_index = y.id_index and x.id_type = y.id_type and x.id < y.id
      union all select 2, x.id, y.id from numbers x join numbers y on x.phone = y.phone and x.id < y.id
      union all select 3, x.id, y.id from facts x join facts y
        on x.pinyin = y.pinyin and x.birth = y.birth and x.id < y.id
      union all select 4, x.id, y.id from facts x join facts y on x.birth = y.birth and x.id < y.id
        and length(x.name) > 3 and length(y.name) > 3 and x.pinyin <> y.pinyin
        and similarity(x.pinyin, y.pinyin) > 0.4
      union all select 5, x.id, y.id from counted x join counted y on x.name = y.name and x.id < y.id
        and x.bearers <= ${rareName} and x.birth <> y.birth and (
          to_char(x.birth, 'MMDD') = to_char(y.birth, 'MMDD')
          or to_char(x.birth, 'YYYYMMDD') = to_char(y.birth, 'YYYYDDMM')
          or (extract(year from x.birth) = extract(year from y.birth)
            and (extract(month from x.birth) = extract(month from y.birth)
              or extract(day from x.birth) = extract(day from y.birth))))),
    once as (select a, b, min(rank) as rank from pairs group by a, b order by 3, 1, 2 limit ${mostAtOnce})
    select to_jsonb(x) as a, to_jsonb(y) as b
      from once join counted x on x.id = once.a join counted y on y.id = once.b`);
  const [all] = await systemTx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from people where merged_into is null`,
  );
  return {
    people: all?.n ?? 0,
    pairs: rows.map(({ a, b }) => ({ a: candidate(a), b: candidate(b) })),
  };
}
