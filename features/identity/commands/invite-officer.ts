import 'server-only';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { roleInvitations } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { findAccountByPhone } from '@/lib/auth/account';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { maskName } from '@/lib/china/person-name';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { configuredOrigin } from '@/lib/http/configured-origin';
import { newId } from '@/lib/ids';
import { sendSms } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { bySystem, transaction } from '@/lib/transaction';
import { officerInvitation } from '../messages';
import { canManageRoles, isSignedIn } from '../policy';
import { roleLabels } from '../rules/role-labels';
import { refusalToGrant, termProblem } from '../rules/roles';
import type { InviteOfficer } from '../schema/roles';
import { invitationDays } from '../settings';
import { organisationInReach } from '../steps/role-facts';

type InviteRefusal =
  | 'step_up'
  | 'organisation_closed'
  | 'role_does_not_fit'
  | 'bad_term'
  | 'has_account'
  | 'already_invited';

/** Invitations of this phone whose days are over make room for a new one. */
const endOver = (systemTx: Ctx, index: string) =>
  systemTx.db
    .update(roleInvitations)
    .set({ endedAt: systemTx.now })
    .where(
      and(
        eq(roleInvitations.phoneIndex, index),
        isNull(roleInvitations.endedAt),
        lte(roleInvitations.expiresAt, systemTx.now),
      ),
    );

/**
 * Asks somebody who never signed in to take a role: a text with the address where they accept it, after they
 * proved the phone. Good once and for the days of the setting; nothing is given before (security.md §1.3). Asks
 * for a recent second factor.
 * Refuses `step_up`; `bad_term` with why beside the field; `organisation_closed` and `role_does_not_fit` as for
 * a role given at once; `has_account` when the phone has one already: then the role is given there;
 * `already_invited` while the same invitation is open.
 */
export async function inviteOfficer(
  ctx: Ctx,
  input: InviteOfficer,
): Promise<Result<{ invitationId: string }, InviteRefusal>> {
  const work = async (tx: Ctx): Promise<Result<{ invitationId: string }, InviteRefusal>> => {
    const { actor } = tx;
    const { role, endsOn = null } = input;
    const organisation = await organisationInReach(tx, input.organisationId);
    authorize(
      isSignedIn(actor) && canManageRoles(actor, await organisationPath(tx, organisation.id)),
    );
    const refusal = refusalToGrant({
      isOwn: false,
      targetDisabled: false,
      role,
      organisationKind: organisation.kind,
      organisationClosed: organisation.closedAt !== null,
      alreadyHeld: false,
      secondFactorRecent: hasRecentSecondFactor(tx),
    });
    if (refusal) return refuse(refusal as 'step_up' | 'organisation_closed' | 'role_does_not_fit');
    const problem = termProblem(role, endsOn, todayOn(tx.now));
    if (problem) return refuse('bad_term', { fieldErrors: { endsOn: problem } });
    if (await findAccountByPhone(tx, input.phone)) return refuse('has_account');
    const { days } = await readSettings(tx, { days: invitationDays });
    const index = phoneIndex(input.phone);
    const id = newId();
    const expiresAt = startOfDay(addDays(todayOn(tx.now), days + 1));
    await bySystem(tx, async (systemTx) => {
      await endOver(systemTx, index);
      await systemTx.db.insert(roleInvitations).values({
        ...{ id, role, endsOn, expiresAt, name: input.name, reason: input.reason },
        phoneIndex: index,
        phoneTail: input.phone.slice(-4),
        organisationId: organisation.id,
        invitedBy: actor.accountId,
        createdAt: tx.now,
      });
    });
    await recordAudit(tx, {
      action: 'invite_officer',
      entityType: 'role_invitation',
      entityId: id,
      organisationId: organisation.id,
      after: { role, organisation: organisation.name, name: maskName(input.name), endsOn },
      reason: input.reason,
    });
    await sendSms(tx, {
      phone: input.phone,
      ...officerInvitation(organisation.name, roleLabels[role], days, configuredOrigin() ?? ''),
      dedupeKey: `role_invitation:${id}`,
      urgent: false,
    });
    return ok({ invitationId: id });
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    if (violates(error, 'role_invitations_open_idx')) return refuse('already_invited');
    throw error;
  }
}
