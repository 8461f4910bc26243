import 'server-only';
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { organisationClosure, organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { placeName } from '../rules/place-name';

const parents = alias(organisations, 'parents');
const towns = alias(organisations, 'towns');

const facts = {
  id: organisations.id,
  parentId: organisations.parentId,
  parentName: parents.name,
  kind: organisations.kind,
  name: organisations.name,
  shortName: organisations.shortName,
  townId: organisations.townId,
  townName: towns.shortName,
  areaCode: organisations.areaCode,
  industry: organisations.industry,
  uscc: organisations.uscc,
  joinCode: organisations.joinCode,
  reviewSteps: organisations.reviewSteps,
  address: organisations.address,
  phone: organisations.phone,
  foundedOn: organisations.foundedOn,
  closedAt: organisations.closedAt,
  version: organisations.version,
};

const found = (ctx: Ctx) =>
  ctx.db
    .select(facts)
    .from(organisations)
    .leftJoin(parents, eq(parents.id, organisations.parentId))
    .leftJoin(towns, eq(towns.id, organisations.townId));

export type Organisation = Awaited<ReturnType<typeof found>>[number];

/** One organisation with the names of its parent and town, or null. The tree itself is public. */
export async function findOrganisation(ctx: Ctx, id: string): Promise<Organisation | null> {
  const [row] = await found(ctx).where(eq(organisations.id, id));
  return row ?? null;
}

/** One organisation by id. Throws NotFound when there is none. */
export async function getOrganisation(ctx: Ctx, id: string): Promise<Organisation> {
  const row = await findOrganisation(ctx, id);
  if (!row) throw new NotFound('organisation');
  return row;
}

/** The organisation whose QR code says `/join/<code>`, or null; letters in either case. Nobody joins a 合作单位. */
export async function findByJoinCode(ctx: Ctx, code: string): Promise<Organisation | null> {
  const [row] = await found(ctx).where(
    and(eq(organisations.joinCode, code.toUpperCase()), ne(organisations.kind, 'partner')),
  );
  return row ?? null;
}

export interface Crumb {
  id: string;
  name: string;
  shortName: string;
}

/**
 * The way down from the root to this organisation, for the breadcrumbs on every desk page.
 * In order, the root first.
 */
export async function breadcrumbs(ctx: Ctx, id: string): Promise<Crumb[]> {
  return ctx.db
    .select({
      id: organisations.id,
      name: organisations.name,
      shortName: organisations.shortName,
    })
    .from(organisationClosure)
    .innerJoin(organisations, eq(organisations.id, organisationClosure.ancestorId))
    .where(eq(organisationClosure.descendantId, id))
    .orderBy(desc(organisationClosure.depth));
}

const choice = {
  id: organisations.id,
  name: organisations.name,
  shortName: organisations.shortName,
};

/** The 镇/街道 in their official order, by the place's own name, for a choice of town. */
export async function listTowns(ctx: Ctx): Promise<Crumb[]> {
  const rows = await ctx.db
    .select(choice)
    .from(organisations)
    .where(eq(organisations.kind, 'town_federation'))
    .orderBy(asc(organisations.areaCode));
  return rows.map((row) => ({ ...row, shortName: placeName(row.name) }));
}

/**
 * The federation itself: what holds for all of the portal belongs to it. Throws NotFound before the root
 * union is made.
 */
export async function getFederation(ctx: Ctx): Promise<Crumb> {
  const [row] = await ctx.db
    .select(choice)
    .from(organisations)
    .where(isNull(organisations.parentId));
  if (!row) throw new NotFound('federation');
  return row;
}
