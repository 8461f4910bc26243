import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { findOrganisation, type Organisation } from './organisations';

/**
 * The open union that a closed one was merged or closed into, however often since; null where its members went
 * nowhere, or where the last of them is closed as well. Source: domain.md §1.1.
 */
export async function findSuccessor(ctx: Ctx, id: string): Promise<Organisation | null> {
  const [open] = await ctx.db.execute<{ id: string }>(sql`
    with recursive way as (
      select id, successor_id, closed_at from organisations where id = ${id}::uuid
      union select o.id, o.successor_id, o.closed_at from way join organisations o on o.id = way.successor_id)
    select id from way where closed_at is null`);
  return open ? findOrganisation(ctx, open.id) : null;
}
