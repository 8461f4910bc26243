import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { roleGrants, roleInvitations } from '@/db/schema/identity';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify, withdrawTexts } from '@/lib/messaging/outbox';
import { roleRevoked } from '../messages';
import { roleLabels } from '../rules/role-labels';

interface Closed {
  readonly id: string;
  readonly name: string;
}

/**
 * A closed union has no officers: every role at it ends at once, each on record, and its holder is told. Roles at
 * unions below it go on. As the system.
 * @returns how many ended
 */
export async function endRolesAt(systemTx: Ctx, { id, name }: Closed): Promise<number> {
  const ended = await systemTx.db
    .update(roleGrants)
    .set({ revokedAt: systemTx.now })
    .where(and(eq(roleGrants.organisationId, id), isNull(roleGrants.revokedAt)))
    .returning({ id: roleGrants.id, role: roleGrants.role, accountId: roleGrants.accountId });
  for (const { id: grantId, role, accountId } of ended) {
    await recordAudit(systemTx, {
      action: 'end_duty',
      entityType: 'account',
      entityId: accountId,
      organisationId: id,
      before: { role, organisation: name },
    });
    const notice = roleRevoked(roleLabels[role], name);
    await notify(systemTx, { accountId, ...notice, dedupeKey: `role:${grantId}:revoked` });
  }
  return ended.length;
}

/** Invitations to be an officer of a closed union end; a text that has not left stays. As the system. */
export async function endInvitationsAt(systemTx: Ctx, { id }: Closed): Promise<void> {
  const ended = await systemTx.db
    .update(roleInvitations)
    .set({ endedAt: systemTx.now })
    .where(and(eq(roleInvitations.organisationId, id), isNull(roleInvitations.endedAt)))
    .returning({ id: roleInvitations.id });
  for (const { id: invitationId } of ended) {
    await withdrawTexts(systemTx, `role_invitation:${invitationId}`);
    await recordAudit(systemTx, {
      action: 'withdraw_officer_invitation',
      entityType: 'role_invitation',
      entityId: invitationId,
      organisationId: id,
    });
  }
}
