import 'server-only';
import { inArray } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { isSignedIn } from '../policy';
import { roleLabels } from '../rules/role-labels';

/** Where and as what the officer works, for the top bar: 某某区总工会 · 组织部. */
export async function describeScope(ctx: Ctx): Promise<string[]> {
  const { actor } = ctx;
  if (!isSignedIn(actor) || actor.grants.length === 0) return [];
  const ids = [...new Set(actor.grants.map((grant) => grant.organisationId))];
  const named = await ctx.db
    .select({ id: organisations.id, name: organisations.shortName })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  const names = new Map(named.map((row) => [row.id, row.name]));
  return actor.grants.map(
    ({ organisationId, role, actsFor }) =>
      `${names.get(organisationId)} · ${roleLabels[role]}${actsFor ? `（代${actsFor}）` : ''}`,
  );
}
