import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { roleGrants } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { canManageRoles } from '../policy';
import { termProblem } from '../rules/roles';
import type { ChangeTerm } from '../schema/roles';
import { organisationInReach } from '../steps/role-facts';

type TermRefusal = 'step_up' | 'own_account' | 'already_revoked' | 'bad_term';

/**
 * Sets, moves or takes off the last day of a role, with a reason: a term that was prolonged, a stand-in for some
 * weeks. Asks for a recent second factor; never one's own or one's family's. Throws NotFound for a role outside
 * the officer's reach.
 * Refuses `step_up`, `own_account`, `already_revoked`; `bad_term` with why beside the field.
 */
export async function changeTerm(
  ctx: Ctx,
  { grantId, endsOn, reason }: ChangeTerm,
): Promise<Result<{ accountId: string }, TermRefusal>> {
  return transaction(ctx, async (tx): Promise<Result<{ accountId: string }, TermRefusal>> => {
    const [grant] = await tx.db.select().from(roleGrants).where(eq(roleGrants.id, grantId));
    if (!grant) throw new NotFound('role grant');
    const organisation = await organisationInReach(tx, grant.organisationId);
    authorize(canManageRoles(tx.actor, await organisationPath(tx, organisation.id)));
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    if (await isOwnCase(tx, { accountId: grant.accountId })) return refuse('own_account');
    const problem = termProblem(grant.role, endsOn, todayOn(tx.now));
    if (problem) return refuse('bad_term', { fieldErrors: { endsOn: problem } });
    const changed = await bySystem(tx, (systemTx) =>
      systemTx.db
        .update(roleGrants)
        .set({ endsOn })
        .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAt)))
        .returning({ id: roleGrants.id }),
    );
    if (changed.length === 0) return refuse('already_revoked');
    await recordAudit(tx, {
      action: 'change_role_term',
      entityType: 'account',
      entityId: grant.accountId,
      organisationId: organisation.id,
      before: { role: grant.role, endsOn: grant.endsOn },
      after: { role: grant.role, endsOn },
      reason,
    });
    return ok({ accountId: grant.accountId });
  });
}
