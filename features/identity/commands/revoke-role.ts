import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { roleGrants } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { roleRevoked } from '../messages';
import { canManageRoles, isSignedIn } from '../policy';
import { roleLabels } from '../rules/role-labels';
import { type RevokeRefusal, refusalToRevoke } from '../rules/roles';
import type { RevokeRole } from '../schema/roles';
import { lockSystemAdmins, organisationInReach } from '../steps/role-facts';

async function findGrant(tx: Ctx, grantId: string) {
  const [grant] = await tx.db.select().from(roleGrants).where(eq(roleGrants.id, grantId));
  if (!grant) throw new NotFound('role grant');
  return grant;
}

/**
 * Takes a role back, with a reason. The person's next request no longer has it, whatever page is open
 * (A16). The last system administrator stays. Throws NotFound for a role outside the officer's reach.
 * Refuses `already_revoked`.
 */
export async function revokeRole(
  ctx: Ctx,
  input: RevokeRole,
): Promise<Result<{ accountId: string }, RevokeRefusal>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    const systemAdmins = await lockSystemAdmins(tx);
    const grant = await findGrant(tx, input.grantId);
    const organisation = await organisationInReach(tx, grant.organisationId);
    authorize(
      isSignedIn(actor) && canManageRoles(actor, await organisationPath(tx, organisation.id)),
    );
    const refusal = refusalToRevoke({
      isOwn: await isOwnCase(tx, { accountId: grant.accountId }),
      role: grant.role,
      revoked: grant.revokedAt !== null,
      systemAdmins: systemAdmins.length,
      secondFactorRecent: hasRecentSecondFactor(tx),
    });
    if (refusal) return refuse(refusal);
    const taken = await bySystem(tx, (systemTx) =>
      systemTx.db
        .update(roleGrants)
        .set({ revokedAt: sql`now()`, revokedBy: actor.accountId })
        .where(and(eq(roleGrants.id, grant.id), isNull(roleGrants.revokedAt)))
        .returning({ id: roleGrants.id }),
    );
    if (taken.length === 0) return refuse('already_revoked');
    await recordAudit(tx, {
      action: 'revoke_role',
      entityType: 'account',
      entityId: grant.accountId,
      organisationId: organisation.id,
      before: { role: grant.role, organisation: organisation.name },
      reason: input.reason,
    });
    await notify(tx, {
      accountId: grant.accountId,
      ...roleRevoked(roleLabels[grant.role], organisation.name),
      dedupeKey: `role:${grant.id}:revoked`,
    });
    return ok({ accountId: grant.accountId });
  });
}
