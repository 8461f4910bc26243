import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { lockMembership } from '@/features/members/steps/lock-membership';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';

/**
 * The 会籍 of a person that an officer works on, its row locked, never their own (回避). Throws NotFound for who is no member within the
 * officer's reach.
 * Refuses `own_case`.
 */
export async function findMemberInReach(tx: Ctx, personId: string) {
  const [member] = await tx.db
    .select({
      membershipId: memberships.id,
      organisationId: memberships.organisationId,
      joinedOn: memberships.joinedOn,
      accountId: people.accountId,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
  if (!member || tx.actor.kind !== 'account') throw new NotFound('person');
  authorize(canReviewApplication(tx.actor, await organisationPath(tx, member.organisationId)));
  // Who left meanwhile, or moved on, is found as what they are now.
  if (!(await lockMembership(tx, member.membershipId))) throw new NotFound('person');
  const found: Result<typeof member & { by: string }, 'own_case'> = (await isOwnCase(tx, member))
    ? refuse('own_case')
    : ok({ ...member, by: tx.actor.accountId });
  return found;
}
