import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { wordKey } from '../rules/member-line';
import type { RowDetails } from '../rules/row-details';
import type { FoundUnionLine } from '../rules/union-line';

interface Union extends Record<string, unknown> {
  id: string;
  name: string;
  uscc: string | null;
  parent: string;
}

/**
 * Open unions below the one whose list it is that stand in none of its rows, also not in a wrong one: for a person
 * to go through. By parent, then in the order of the tree. Run it as the system.
 */
export async function absentUnions(
  systemTx: Ctx,
  rows: readonly FoundUnionLine[],
  organisationId: string,
): Promise<RowDetails[]> {
  const unions = await systemTx.db.execute<Union>(sql`
    select o.id, o.name, o.uscc, p.short_name as parent
    from organisation_closure c join organisations o on o.id = c.descendant_id join organisations p on p.id = o.parent_id
    where c.ancestor_id = ${organisationId}::uuid and c.depth > 0 and o.closed_at is null and o.kind <> 'partner'
    order by p.sort_key, o.sort_key, o.id`);
  const codes = new Set(rows.map(({ line }) => line.uscc));
  const names = new Set(rows.map(({ line }) => wordKey(line.name)));
  return unions
    .filter(({ uscc, name }) => !(uscc && codes.has(uscc)) && !names.has(wordKey(name)))
    .map(({ id, name, uscc, parent }) => ({
      ...{ name, number: uscc ?? '', choices: ['skip'], changes: [], found: null, subjectId: id },
      words: [`上级是${parent}`],
    }));
}
