import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { placeName } from '../rules/place-name';
import { inScope } from './scope';

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

/** The open 网上会员之家 of all towns. In the order of the tree. */
export const listOnlineHomes = (ctx: Ctx): Promise<(UnionChoice & { townId: string | null })[]> =>
  ctx.db
    .select({ ...choice, townId: organisations.townId })
    .from(organisations)
    .where(and(eq(organisations.kind, 'online_home'), isNull(organisations.closedAt)))
    .orderBy(asc(organisations.sortKey));

/**
 * The 行业工会联合会 that take workers of 新就业形态 (快递, 货运, 网约车, 家政).
 * In the order of the tree.
 */
export async function listIndustryFederations(
  ctx: Ctx,
): Promise<(UnionChoice & { industry: string | null })[]> {
  return ctx.db
    .select({ ...choice, industry: organisations.industry })
    .from(organisations)
    .where(and(eq(organisations.kind, 'industry_federation'), isNull(organisations.closedAt)))
    .orderBy(asc(organisations.sortKey));
}

const openTowns = and(eq(organisations.kind, 'town_federation'), isNull(organisations.closedAt));

export interface Office {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
}

/** Where people are received: the 镇/街道 unions with address and phone, in their official order. */
export async function listOffices(ctx: Ctx): Promise<Office[]> {
  const { id, name, address, phone, areaCode } = organisations;
  return ctx.db
    .select({ id, name, address, phone })
    .from(organisations)
    .where(openTowns)
    .orderBy(asc(areaCode));
}

/**
 * The 镇/街道 at or below these organisations; an officer of one union has none to choose from.
 * In order of area code.
 */
export async function listTownsBelow(
  ctx: Ctx,
  organisationIds: readonly string[],
): Promise<UnionChoice[]> {
  const rows = await ctx.db
    .select(choice)
    .from(organisations)
    .where(and(openTowns, inScope(organisations.id, organisationIds)))
    .orderBy(asc(organisations.areaCode));
  return rows.map((row) => ({ ...row, shortName: placeName(row.name) }));
}
