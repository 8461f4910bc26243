import 'server-only';
import { sql } from 'drizzle-orm';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canSeeMembers } from '../policy';

export interface MemberCount {
  readonly members: number;
  readonly newForm: number;
}

/**
 * Members of each organisation and all below it, where the actor may see members; no one is named.
 * @returns by organisation id; empty for whoever may not see members
 */
export async function countMembersBelow(ctx: Ctx): Promise<Map<string, MemberCount>> {
  const scope = canSeeMembers.organisationsOf(ctx.actor);
  if (scope.length === 0) return new Map();
  const rows = await read(ctx, (tx) =>
    tx.db.execute<{ id: string; members: number; new_form: number }>(sql`
      with here as (
        select organisation_id, count(*) as members, count(*) filter (where is_new_form) as new_form
        from memberships where status <> 'left' group by organisation_id)
      select c.ancestor_id as id, sum(here.members)::int as members, sum(here.new_form)::int as new_form
      from here join organisation_closure c on c.descendant_id = here.organisation_id
      where ${inScope(sql`c.ancestor_id`, scope)}
      group by c.ancestor_id`),
  );
  return new Map(rows.map((row) => [row.id, { members: row.members, newForm: row.new_form }]));
}
