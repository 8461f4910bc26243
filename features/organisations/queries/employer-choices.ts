import 'server-only';
import { and, asc, inArray, isNull } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { canManageEmployers } from '../policy';
import { type Crumb, listTowns } from './organisations';
import { inScope } from './scope';

/**
 * Towns, and the open unions in the officer's reach, for the form of an employer.
 * In the order of the tree.
 */
export async function listEmployerChoices(ctx: Ctx): Promise<{ towns: Crumb[]; unions: Crumb[] }> {
  const { id, name, shortName, kind, closedAt, sortKey } = organisations;
  const unions = await ctx.db
    .select({ id, name, shortName })
    .from(organisations)
    .where(
      and(
        inArray(kind, ['grassroots_union', 'joint_union']),
        isNull(closedAt),
        inScope(id, canManageEmployers.organisationsOf(ctx.actor)),
      ),
    )
    .orderBy(asc(sortKey));
  return { towns: await listTowns(ctx), unions };
}
