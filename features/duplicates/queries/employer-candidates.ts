import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { EmployerFacts } from '../rules/employer-likeness';
import type { ComparedPair, ComparedRecord } from './person-candidates';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly uscc: string | null;
  readonly town_id: string | null;
  readonly union_id: string | null;
  readonly address: string | null;
  readonly organisation_id: string;
}

const candidate = (row: Row): ComparedRecord<EmployerFacts> => ({
  id: row.id,
  organisationId: row.organisation_id,
  facts: {
    ...{ name: row.name, pinyin: row.pinyin, uscc: row.uscc, townId: row.town_id },
    ...{ unionId: row.union_id, address: row.address },
  },
});

/** Pairs of employers whose names are near each other, by sign or by sound. Run it as the system. */
export async function employerCandidates(systemTx: Ctx): Promise<ComparedPair<EmployerFacts>[]> {
  const rows = await systemTx.db.execute<{ a: Row; b: Row }>(sql`
    with facts as (select e.id, e.name, e.pinyin, e.uscc, e.town_id, e.union_id, e.address,
      coalesce(e.town_id, (select id from organisations where parent_id is null and kind <> 'partner'
        order by created_at limit 1)) as organisation_id
      from employers e where e.closed_at is null),
    pairs as (
      select x.id as a, y.id as b from employers x join employers y on x.name % y.name and x.id < y.id
      union select x.id, y.id from employers x join employers y on x.pinyin = y.pinyin and x.id < y.id)
    select to_jsonb(x) as a, to_jsonb(y) as b
      from pairs join facts x on x.id = pairs.a join facts y on y.id = pairs.b`);
  return rows.map(({ a, b }) => ({ a: candidate(a), b: candidate(b) }));
}
