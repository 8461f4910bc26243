import 'server-only';
import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { accounts, roleGrants, roleInvitations } from '@/db/schema/identity';
import { organisationClosure, organisations } from '@/db/schema/organisations';
import { isOwnFamily } from '@/features/identity/queries/own-case';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { getOwnAccount, phoneOf } from '@/lib/auth/account';
import { nameOfficer } from '@/lib/auth/officer-name';
import { blindIndexQueue } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction, within } from '@/lib/transaction';
import { invitationAccepted, roleGranted } from '../messages';
import { isSignedIn } from '../policy';
import { roleLabels } from '../rules/role-labels';
import { mayBeHeldAt } from '../rules/roles';
import type { RoleInvitationInput } from '../schema/roles';

type AcceptRefusal = 'invitation_over' | 'password_first' | 'own_account';

/** The open invitation of this phone, locked; null when it is over, accepted, or another phone's. */
async function lockOpen(systemTx: Ctx, invitationId: string, phone: string) {
  const [row] = await systemTx.db
    .select({
      invitation: roleInvitations,
      organisation: organisations.name,
      kind: organisations.kind,
      closedAt: organisations.closedAt,
    })
    .from(roleInvitations)
    .innerJoin(organisations, eq(organisations.id, roleInvitations.organisationId))
    .where(
      and(
        eq(roleInvitations.id, invitationId),
        inArray(roleInvitations.phoneIndex, blindIndexQueue('phone', phone)),
        isNull(roleInvitations.endedAt),
        gt(roleInvitations.expiresAt, systemTx.now),
      ),
    )
    .for('update', { of: roleInvitations });
  return row ?? null;
}

/** Whether who invited still may, there: an administrator who was stopped, let go or moved invites nobody. */
async function isStillAdmin(
  systemTx: Ctx,
  accountId: string,
  organisationId: string,
): Promise<boolean> {
  const granted = await systemTx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .innerJoin(organisationClosure, eq(organisationClosure.ancestorId, roleGrants.organisationId))
    .where(
      and(
        eq(organisationClosure.descendantId, organisationId),
        eq(roleGrants.accountId, accountId),
        eq(roleGrants.role, 'system_admin'),
        isNull(roleGrants.revokedAt),
        isNull(accounts.disabledAt),
      ),
    );
  return granted.length > 0;
}

/**
 * Accepts an invitation: whoever signed in with its phone, by a texted code, and has a password, gets the role
 * that was named; it opens nothing until they sign in as officers do and bind a second factor (security.md §1.3).
 * Once: a second click, and a second phone, find it over.
 * Refuses `password_first` for an account without a password; `own_account` for who invited and their family,
 * whoever has the phone by now; `invitation_over` when it has ended, its days or its term are over, its
 * organisation was closed, or who invited is no administrator there any more.
 */
export async function acceptInvitation(
  ctx: Ctx,
  { invitationId }: RoleInvitationInput,
): Promise<Result<{ invitationId: string }, AcceptRefusal>> {
  return transaction(ctx, async (tx): Promise<Result<{ invitationId: string }, AcceptRefusal>> => {
    const { actor } = tx;
    authorize(isSignedIn(actor));
    const { accountId } = actor;
    const account = await getOwnAccount(tx, accountId);
    if (!account.passwordHash) return refuse('password_first');
    const grantId = newId();
    const taken = await bySystem(tx, async (systemTx) => {
      const found = await lockOpen(systemTx, invitationId, phoneOf(account));
      await pausePoint('accept-invitation:locked');
      if (!found || found.closedAt || !mayBeHeldAt(found.invitation.role, found.kind)) return null;
      const { role, organisationId, endsOn, invitedBy, reason } = found.invitation;
      const isOver = endsOn !== null && endsOn < todayOn(tx.now);
      if (isOver || !(await isStillAdmin(systemTx, invitedBy, organisationId))) return null;
      const own = await within(systemTx, tx, (mine) => isOwnFamily(mine, invitedBy));
      if (own) return 'own_account';
      await systemTx.db
        .update(roleInvitations)
        .set({ endedAt: tx.now, acceptedBy: accountId })
        .where(eq(roleInvitations.id, invitationId));
      await systemTx.db
        .insert(roleGrants)
        .values({
          id: grantId,
          accountId,
          role,
          organisationId,
          grantedBy: invitedBy,
          reason,
          endsOn,
        })
        .onConflictDoNothing();
      await nameOfficer(systemTx, accountId, found.invitation.name);
      return found;
    });
    if (!taken) return refuse('invitation_over');
    if (taken === 'own_account') return refuse(taken);
    const { invitation, organisation } = taken;
    const label = roleLabels[invitation.role];
    await recordAudit(tx, {
      action: 'accept_officer_invitation',
      entityType: 'account',
      entityId: accountId,
      organisationId: invitation.organisationId,
      after: { role: invitation.role, organisation, invitation: invitationId },
      reason: invitation.reason,
    });
    await notify(tx, {
      accountId,
      ...roleGranted(label, organisation),
      dedupeKey: `role:${grantId}`,
    });
    await notify(tx, {
      accountId: invitation.invitedBy,
      ...invitationAccepted(invitation.name, label, organisation),
      dedupeKey: `role_invitation:${invitationId}:accepted`,
    });
    return ok({ invitationId });
  });
}
