import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { roleGrants } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { nameOfficer } from '@/lib/auth/officer-name';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { roleGranted } from '../messages';
import { canManageRoles, isSignedIn } from '../policy';
import { roleLabels } from '../rules/role-labels';
import { type GrantRefusal, refusalToGrant, termProblem } from '../rules/roles';
import type { GrantRole } from '../schema/roles';
import { lockAccount, organisationInReach } from '../steps/role-facts';

/**
 * Gives a role at an organisation and below (domain.md §4.2): effective at the person's next request,
 * on record with its reason and the person's name. Asks for a recent second factor; never to oneself.
 * Refuses `name_missing` for an account without a name; `already_held`; `bad_term` with why beside the field.
 */
export async function grantRole(
  ctx: Ctx,
  input: GrantRole,
): Promise<Result<{ grantId: string }, GrantRefusal | 'name_missing' | 'bad_term'>> {
  try {
    return await transaction(ctx, async (tx) => {
      const { actor } = tx;
      const organisation = await organisationInReach(tx, input.organisationId);
      authorize(
        isSignedIn(actor) && canManageRoles(actor, await organisationPath(tx, organisation.id)),
      );
      const target = await lockAccount(tx, input.accountId);
      const same = and(
        eq(roleGrants.accountId, target.id),
        eq(roleGrants.role, input.role),
        eq(roleGrants.organisationId, organisation.id),
        isNull(roleGrants.revokedAt),
      );
      const refusal = refusalToGrant({
        isOwn: await isOwnCase(tx, { accountId: target.id }),
        targetDisabled: target.disabledAt !== null,
        role: input.role,
        organisationKind: organisation.kind,
        organisationClosed: organisation.closedAt !== null,
        alreadyHeld: (await tx.db.$count(roleGrants, same)) > 0,
        secondFactorRecent: hasRecentSecondFactor(tx),
      });
      if (refusal) return refuse(refusal);
      const { endsOn = null } = input;
      const problem = termProblem(input.role, endsOn, todayOn(tx.now));
      if (problem) return refuse('bad_term', { fieldErrors: { endsOn: problem } });
      const name = await nameOfficer(tx, target.id, input.name ?? undefined);
      if (!name) return refuse('name_missing', { fieldErrors: { name: '请填写本人姓名' } });
      const grantId = newId();
      const given = {
        id: grantId,
        accountId: target.id,
        role: input.role,
        organisationId: organisation.id,
        grantedBy: actor.accountId,
        reason: input.reason,
        endsOn,
      };
      await bySystem(tx, (systemTx) => systemTx.db.insert(roleGrants).values(given));
      await recordAudit(tx, {
        action: 'grant_role',
        entityType: 'account',
        entityId: target.id,
        organisationId: organisation.id,
        after: { role: input.role, organisation: organisation.name, name, endsOn },
        reason: input.reason,
      });
      await notify(tx, {
        accountId: target.id,
        ...roleGranted(roleLabels[input.role], organisation.name),
        dedupeKey: `role:${grantId}`,
      });
      return ok({ grantId });
    });
  } catch (error) {
    if (violates(error, 'role_grants_active_idx')) return refuse('already_held');
    throw error;
  }
}
