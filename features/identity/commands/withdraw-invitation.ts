import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { roleInvitations } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { withdrawTexts } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { canManageRoles } from '../policy';
import type { RoleInvitationInput } from '../schema/roles';
import { organisationInReach } from '../steps/role-facts';

/**
 * Takes an invitation back before it is accepted; its text does not leave any more. Throws NotFound for one
 * outside the officer's reach.
 * Refuses `invitation_over` when it was accepted or taken back.
 */
export async function withdrawInvitation(
  ctx: Ctx,
  { invitationId }: RoleInvitationInput,
): Promise<Result<{ invitationId: string }, 'invitation_over'>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(roleInvitations)
      .where(eq(roleInvitations.id, invitationId));
    if (!row) throw new NotFound('role_invitation');
    const organisation = await organisationInReach(tx, row.organisationId);
    authorize(canManageRoles(tx.actor, await organisationPath(tx, organisation.id)));
    const ended = await bySystem(tx, (systemTx) =>
      systemTx.db
        .update(roleInvitations)
        .set({ endedAt: tx.now })
        .where(and(eq(roleInvitations.id, invitationId), isNull(roleInvitations.endedAt)))
        .returning({ id: roleInvitations.id }),
    );
    if (ended.length === 0) return refuse('invitation_over');
    await withdrawTexts(tx, `role_invitation:${invitationId}`);
    await recordAudit(tx, {
      action: 'withdraw_officer_invitation',
      entityType: 'role_invitation',
      entityId: invitationId,
      organisationId: organisation.id,
    });
    return ok({ invitationId });
  });
}
