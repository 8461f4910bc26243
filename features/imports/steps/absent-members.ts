import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { FoundLine } from '../rules/member-lines';
import type { RowDetails } from '../rules/row-details';
import { documentIndexes } from './plan-members';

interface Member extends Record<string, unknown> {
  person_id: string;
  name: string;
  id_masked: string | null;
  union_name: string;
  joined_on: string;
}

const array = (values: Iterable<string>) => `{${[...values].join(',')}}`;

/**
 * Members of the unions that a book speaks of whose document stands in none of its rows, also not in a wrong one:
 * leavers perhaps, for a person to go through. By union, then name. Run it as the system.
 * @param organisationId whose book it is: its own members are asked for even where no row is right
 */
export async function absentMembers(
  systemTx: Ctx,
  lines: readonly FoundLine[],
  organisationId: string,
): Promise<RowDetails[]> {
  const unions = new Set(lines.flatMap(({ line }) => line.organisationId ?? []));
  const documents = lines.flatMap(({ line }) => documentIndexes(line));
  const rows = await systemTx.db.execute<Member>(sql`
    select p.id as person_id, p.name, p.id_masked, o.short_name as union_name, m.joined_on::text
    from memberships m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
    left join unnest(${array(documents)}::text[]) as d(id_index) on d.id_index = p.id_index
    where m.status <> 'left' and d.id_index is null
      and (m.organisation_id = any (${array(unions)}::uuid[]) or m.organisation_id = ${organisationId}::uuid)
    order by o.name, p.pinyin, p.id`);
  return rows.map((row) => ({
    name: row.name,
    number: row.id_masked ?? '',
    choices: ['skip'],
    changes: [],
    words: [`在${row.union_name}，${row.joined_on} 入会`],
    found: null,
    subjectId: row.person_id,
  }));
}
