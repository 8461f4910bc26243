import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipCases } from '@/db/schema/membership-cases';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';

export type MembershipCase = typeof membershipCases.$inferSelect;

/**
 * An open case of 自动退会 or 除名, locked, at a desk of the officer's; `above` asks for the level above the union.
 * Throws NotFound for one that the officer does not see.
 * Refuses `own_case`; `case_over`.
 */
export async function lockMembershipCase(
  tx: Ctx,
  id: string,
  { above }: { above: boolean },
): Promise<Result<MembershipCase & { by: string }, 'own_case' | 'case_over'>> {
  const [row] = await tx.db
    .select()
    .from(membershipCases)
    .where(eq(membershipCases.id, id))
    .for('update');
  if (!row || tx.actor.kind !== 'account') throw new NotFound('membership_case');
  const path = await organisationPath(tx, row.organisationId);
  const upper = above && row.kind === 'expel' ? path.slice(1) : path;
  authorize(canReviewApplication(tx.actor, upper));
  if (await isOwnCase(tx, row)) return refuse('own_case');
  return row.status === 'open' ? ok({ ...row, by: tx.actor.accountId }) : refuse('case_over');
}
