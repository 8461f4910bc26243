import 'server-only';
import { sql } from 'drizzle-orm';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

export interface SavedFilter extends Record<string, unknown> {
  id: string;
  name: string;
  /** The list's address, without `?`. */
  query: string;
  own: boolean;
  /** For whom else, by name; null for oneself only. */
  shared: string | null;
}

/** The officer’s saved filters and those their organisations share: own ones first, then by name. */
export async function listSavedFilters(ctx: Ctx): Promise<SavedFilter[]> {
  const me = accountOf(ctx.actor);
  const mine = ctx.actor.kind === 'account' ? ctx.actor.grants.map((g) => g.organisationId) : [];
  return read(ctx, (tx) =>
    tx.db.execute<SavedFilter>(sql`
      select f.id, f.name, f.query, f.saved_by = ${me}::uuid as own, o.short_name as shared
      from saved_filters f left join organisations o on o.id = f.organisation_id
      where f.saved_by = ${me}::uuid or f.organisation_id = any (${`{${mine.join(',')}}`}::uuid[])
      order by own desc, f.name, f.id`),
  );
}

/** Organisations an officer may share a filter with: where they hold a role; in order of the tree. */
export async function listSharePlaces(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const mine = ctx.actor.kind === 'account' ? ctx.actor.grants.map((g) => g.organisationId) : [];
  return read(ctx, (tx) =>
    tx.db.execute<{ id: string; name: string }>(sql`
      select id, short_name as name from organisations
      where id = any (${`{${mine.join(',')}}`}::uuid[]) order by sort_key`),
  );
}
