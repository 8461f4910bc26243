import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { takesMembers } from '../rules/two-sides';

/** The 会籍 that a person has now with whose it is; null for who has none. Inside a transaction. */
export async function currentMembership(tx: Ctx, personId: string) {
  const [row] = await tx.db
    .select({
      membershipId: memberships.id,
      personId: memberships.personId,
      fromId: memberships.organisationId,
      accountId: people.accountId,
      name: people.name,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
  return row ?? null;
}

export type NoTarget = 'no_such_union' | 'union_closed' | 'own_union';

/**
 * The union that a 会籍 is to go to: one that takes members, open, another one, and of the same federation; an id of
 * any other tree is as good as none. Inside a transaction.
 * Refuses `no_such_union`, `union_closed`, `own_union`.
 */
export async function transferTarget(
  tx: Ctx,
  fromId: string,
  toId: string,
): Promise<Result<{ id: string; shortName: string; kind: string }, NoTarget>> {
  const union = await findOrganisation(tx, toId);
  if (!union || !takesMembers(union.kind)) return refuse('no_such_union');
  if (union.id === fromId) return refuse('own_union');
  const [here, there] = await Promise.all([
    organisationPath(tx, fromId),
    organisationPath(tx, toId),
  ]);
  if (here.at(-1) !== there.at(-1)) return refuse('no_such_union');
  return union.closedAt === null ? ok(union) : refuse('union_closed');
}
