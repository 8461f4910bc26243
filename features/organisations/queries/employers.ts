import 'server-only';
import { and, asc, count, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { employers, organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { partsInOrder } from '@/lib/list-parts';
import { canManageEmployers } from '../policy';
import type { EmployerFilter } from '../schema/employer';
import { employerMatches } from './find-employers';
import { getFederation } from './organisations';
import { inScope, organisationPath } from './scope';

const PAGE = 25;
const unions = alias(organisations, 'unions');
const towns = alias(organisations, 'towns');

const facts = {
  id: employers.id,
  name: employers.name,
  uscc: employers.uscc,
  industry: employers.industry,
  staffCount: employers.staffCount,
  address: employers.address,
  unionId: employers.unionId,
  unionName: unions.shortName,
  townId: employers.townId,
  townName: towns.shortName,
  version: employers.version,
};

const found = (ctx: Ctx) =>
  ctx.db
    .select(facts)
    .from(employers)
    .leftJoin(unions, eq(unions.id, employers.unionId))
    .leftJoin(towns, eq(towns.id, employers.townId));

export type EmployerRow = Awaited<ReturnType<typeof found>>[number];

function conditions({ q, union, town }: EmployerFilter): SQL | undefined {
  return and(
    isNull(employers.closedAt),
    q ? employerMatches(q) : undefined,
    town ? eq(employers.townId, town) : undefined,
    union === 'with' ? isNotNull(employers.unionId) : undefined,
    union === 'without' ? isNull(employers.unionId) : undefined,
  );
}

const counted = async (ctx: Ctx, where: SQL | undefined): Promise<number> => {
  const [sum] = await ctx.db.select({ total: count() }).from(employers).where(where);
  return sum?.total ?? 0;
};

const inPinyin = [asc(employers.pinyin), asc(employers.id)];

export interface EmployerPage {
  rows: EmployerRow[];
  total: number;
  page: number;
  pages: number;
}

/**
 * A page of the list of employers. It is public knowledge (company register), so there is no scope.
 * In order of pinyin.
 */
export async function listEmployers(ctx: Ctx, filter: EmployerFilter): Promise<EmployerPage> {
  const where = conditions(filter);
  const total = await counted(ctx, where);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(filter.page, pages);
  const rows = await found(ctx)
    .where(where)
    .orderBy(...inPinyin)
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { rows, total, page, pages };
}

/** How many rows the whole list of `listEmployers` has. */
export const countEmployers = (ctx: Ctx, filter: EmployerFilter): Promise<number> =>
  counted(ctx, conditions(filter));

/**
 * The whole list of `listEmployers` for a file, so many rows at a time in the order in which it stood when it was begun;
 * whoever takes it slowly holds no connection. The caller has recorded it.
 */
export const employerParts = (
  ctx: Ctx,
  filter: EmployerFilter,
  size: number,
): AsyncGenerator<EmployerRow[]> =>
  partsInOrder(ctx, size, {
    ids: (tx) =>
      tx.db
        .select({ id: employers.id })
        .from(employers)
        .where(conditions(filter))
        .orderBy(...inPinyin),
    rows: (tx, ids) => found(tx).where(inArray(employers.id, [...ids])),
  });

/**
 * One employer that this officer may edit: of a town or union in reach, or of none for the district.
 * @returns null when unknown, gone, or another's, which must look the same
 */
export async function findEditableEmployer(ctx: Ctx, id: string): Promise<EmployerRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await found(ctx).where(and(eq(employers.id, id), isNull(employers.closedAt)));
  if (!row) return null;
  const place = row.townId ?? row.unionId ?? (await getFederation(ctx)).id;
  return canManageEmployers(ctx.actor, await organisationPath(ctx, place)) ? row : null;
}

/**
 * Employers that belong to one union, and how many people work there. In order of pinyin.
 */
export async function listEmployersOfUnion(ctx: Ctx, unionId: string): Promise<EmployerRow[]> {
  return found(ctx)
    .where(and(eq(employers.unionId, unionId), isNull(employers.closedAt)))
    .orderBy(asc(employers.pinyin));
}

/** How many employers belong to unions at or below an organisation. */
export async function countEmployersBelow(ctx: Ctx, organisationId: string): Promise<number> {
  return ctx.db.$count(
    employers,
    and(isNull(employers.closedAt), inScope(employers.unionId, [organisationId])),
  );
}
