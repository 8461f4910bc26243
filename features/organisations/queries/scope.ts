import 'server-only';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/**
 * A WHERE condition: the organisation in `column` is one of `organisationIds` or lies below one.
 * Nothing is in scope of an empty list, so whoever holds no role sees no row.
 * @param organisationIds usually `permission.organisationsOf(actor)`
 */
export function inScope(column: AnyColumn | SQL, organisationIds: readonly string[]): SQL {
  const ids = `{${organisationIds.join(',')}}`;
  return sql`exists (select 1 from organisation_closure scope
    where scope.descendant_id = ${column} and scope.ancestor_id = any (${ids}::uuid[]))`;
}

/**
 * The organisation and everything above it, nearest first, for a policy's `path`.
 * Empty for an unknown id, so every permission says no.
 */
export async function organisationPath(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select ancestor_id as id from organisation_closure
    where descendant_id = ${id}::uuid order by depth`);
  return rows.map((row) => row.id);
}
