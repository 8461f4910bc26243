import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

export interface UnionChoice {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

const choice = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
};

/** The 网上会员之家 of a 镇/街道, for workers whose employer has no union; null where none is open. */
export async function findOnlineHome(ctx: Ctx, townId: string): Promise<UnionChoice | null> {
  const [home] = await ctx.db
    .select(choice)
    .from(organisations)
    .where(
      and(
        eq(organisations.kind, 'online_home'),
        eq(organisations.townId, townId),
        isNull(organisations.closedAt),
      ),
    )
    .orderBy(asc(organisations.createdAt))
    .limit(1);
  return home ?? null;
}

/** The 行业工会联合会 that take workers of 新就业形态 (快递, 货运, 网约车, 家政). */
export async function listIndustryFederations(ctx: Ctx): Promise<UnionChoice[]> {
  return ctx.db
    .select(choice)
    .from(organisations)
    .where(and(eq(organisations.kind, 'industry_federation'), isNull(organisations.closedAt)))
    .orderBy(asc(organisations.sortKey));
}
