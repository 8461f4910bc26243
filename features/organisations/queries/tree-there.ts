import 'server-only';
import { isNotNull, isNull, or, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { canManageOrganisations } from '../policy';
import { readTreeLines } from '../rules/tree-lines';
import { type ReviewedTree, reviewTree } from '../rules/tree-review';
import { inScope } from './scope';

/** A pasted tree beside what is there: its lines, what is to be made, and in which town each parent lies. */
export interface TreeBeside extends ReviewedTree {
  readonly towns: ReadonlyMap<string, string | null>;
}

/**
 * Looks a pasted tree through against the open organisations that the actor manages, and every number that is
 * taken anywhere. Lines in the order of the list.
 */
export async function readTreeBeside(tx: Ctx, pasted: string): Promise<TreeBeside> {
  const scope = canManageOrganisations.organisationsOf(tx.actor);
  const { id, parentId, kind, name, townId, areaCode, uscc } = organisations;
  const there = await tx.db
    .select({ id, parentId, kind, name, townId })
    .from(organisations)
    .where(sql`${inScope(id, scope)} and ${isNull(organisations.closedAt)}`)
    .orderBy(organisations.sortKey, id);
  const numbers = await tx.db
    .select({ areaCode, uscc })
    .from(organisations)
    .where(or(isNotNull(areaCode), isNotNull(uscc)));
  const reviewed = reviewTree(readTreeLines(pasted), there, {
    areaCodes: numbers.flatMap((row) => row.areaCode ?? []),
    usccs: numbers.flatMap((row) => row.uscc ?? []),
  });
  return { ...reviewed, towns: new Map(there.map((node) => [node.id, node.townId])) };
}
