import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { employerKey, type FoundListLine } from '../rules/employer-line';
import type { RowDetails } from '../rules/row-details';

interface Entry extends Record<string, unknown> {
  id: string;
  name: string;
  uscc: string | null;
  town_id: string | null;
  place: string;
  entered_on: string;
}

/**
 * Employers of the register in the towns that a list speaks of that stand in none of its rows, also not in a wrong
 * one: moved away or closed perhaps, for a person to go through. By town, then name. Run it as the system.
 * @param organisationId whose list it is
 */
export async function absentEmployers(
  systemTx: Ctx,
  rows: readonly FoundListLine[],
  organisationId: string,
): Promise<RowDetails[]> {
  const towns = [...new Set(rows.flatMap(({ line }) => line.townId ?? []))];
  const entries = await systemTx.db.execute<Entry>(sql`
    select e.id, e.name, e.uscc, e.town_id, o.short_name as place, r.entered_on::text
    from register_entries r join employers e on e.id = r.employer_id join organisations o on o.id = r.place_id
    where r.status <> 'ended' and e.closed_at is null
      and (r.place_id = ${organisationId}::uuid or r.place_id = any (${`{${towns.join(',')}}`}::uuid[]))
    order by o.sort_key, e.pinyin, e.id`);
  const codes = new Set(rows.map(({ line }) => line.uscc));
  const names = new Set(rows.map(({ line }) => employerKey(line)));
  return entries
    .filter(({ uscc }) => uscc === null || !codes.has(uscc))
    .filter(({ name, town_id: townId }) => !names.has(employerKey({ name, townId })))
    .map(({ id, name, uscc, place, entered_on }) => ({
      ...{ name, number: uscc ?? '', choices: ['skip'], changes: [], found: null, subjectId: id },
      words: [`在${place}，${entered_on} 登记`],
    }));
}
