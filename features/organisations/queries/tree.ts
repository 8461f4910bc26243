import 'server-only';
import { asc, isNull, or, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import type { OrganisationKind } from '../rules/kinds';
import { inScope } from './scope';

export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  readonly closed: boolean;
  readonly children: TreeNode[];
}

/**
 * The trees below the organisations where the actor holds a role: one root a role, siblings in official
 * order. Closed ones are left out unless asked for.
 */
export async function listTree(
  ctx: Ctx,
  organisationIds: readonly string[],
  withClosed = false,
): Promise<TreeNode[]> {
  const rows = await ctx.db
    .select({
      id: organisations.id,
      parentId: organisations.parentId,
      kind: organisations.kind,
      name: organisations.name,
      shortName: organisations.shortName,
      closed: sql<boolean>`${organisations.closedAt} is not null`,
    })
    .from(organisations)
    .where(
      sql`${inScope(organisations.id, organisationIds)} and
        ${withClosed ? sql`true` : isNull(organisations.closedAt)}`,
    )
    .orderBy(asc(organisations.sortKey), asc(organisations.id));
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: [] as TreeNode[] }]));
  const roots: TreeNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

export interface OrganisationMatch {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
}

/**
 * Organisations in scope by part of their name or their 统一社会信用代码.
 * In the order of the tree.
 * @param most how many at most
 */
export async function searchOrganisations(
  ctx: Ctx,
  organisationIds: readonly string[],
  query: string,
  most = 20,
): Promise<OrganisationMatch[]> {
  const { id, name, kind, shortName, uscc } = organisations;
  const part = query.toLowerCase();
  if (part === '') return [];
  return ctx.db
    .select({ id, name, kind })
    .from(organisations)
    .where(
      sql`${inScope(id, organisationIds)} and ${isNull(organisations.closedAt)} and ${or(
        sql`position(${part} in lower(${name})) > 0`,
        sql`position(${part} in lower(${shortName})) > 0`,
        sql`position(${part} in lower(coalesce(${uscc}, ''))) > 0`,
      )}`,
    )
    .orderBy(asc(organisations.sortKey))
    .limit(most);
}
