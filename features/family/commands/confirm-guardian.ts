import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import { guardians } from '@/db/schema/family';
import { accounts } from '@/db/schema/identity';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { violates } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { confirmedGuardianNotice } from '../messages';
import { canKeepFamily } from '../policy';
import { MOST_GUARDIANS } from '../rules/children';
import { childConsent } from '../rules/consents';
import type { ConfirmGuardianInput } from '../schema/family';
import { guardedChild } from '../steps/guarded-child';

type ConfirmRefusal = 'invitation_over' | 'two_guardians' | 'already_yours';

/** The open invitation that went to this account's own phone, or null; read as the system. */
async function invitationTo(systemTx: Ctx, accountId: string, invitationId: string) {
  const [row] = await systemTx.db
    .select({ childId: guardians.childId, invitedBy: guardians.invitedBy })
    .from(guardians)
    .innerJoin(accounts, eq(accounts.phoneIndex, guardians.invitedPhoneIndex))
    .where(
      and(
        eq(guardians.id, invitationId),
        eq(accounts.id, accountId),
        eq(guardians.status, 'invited'),
        gt(guardians.expiresAt, systemTx.now),
      ),
    );
  return row ?? null;
}

/**
 * The invited guardian says yes with their own sign-in, their own relation and their own consent.
 * Refuses `invitation_over` when it was taken back, used or too old; `two_guardians` when both are
 * there; `already_yours`.
 */
export async function confirmGuardian(
  ctx: Ctx,
  input: ConfirmGuardianInput,
): Promise<Result<{ childId: string }, ConfirmRefusal>> {
  const { actor } = ctx;
  authorize(canKeepFamily(actor) && actor.kind === 'account');
  const work = async (tx: Ctx): Promise<Result<{ childId: string }, ConfirmRefusal>> => {
    const subject = { type: 'guardian', id: input.invitationId };
    const consentId = await recordConsent(tx, actor.accountId, childConsent, subject);
    return within(tx, asSystem(tx), async (systemTx) => {
      const invitation = await invitationTo(systemTx, actor.accountId, input.invitationId);
      if (!invitation) return refuse('invitation_over');
      const { childId, invitedBy } = invitation;
      const found = await guardedChild(systemTx, childId);
      if (found.guardians.length >= MOST_GUARDIANS) return refuse('two_guardians');
      await systemTx.db
        .update(guardians)
        .set({
          ...{ accountId: actor.accountId, personId: actor.personId, consentId },
          relation: input.relation,
          status: 'confirmed',
          confirmedAt: tx.now,
        })
        .where(and(eq(guardians.id, input.invitationId), eq(guardians.status, 'invited')));
      const after = { relation: input.relation };
      const entry = { entityType: 'child', entityId: childId, after };
      await recordAudit(tx, { action: 'confirm_guardian', ...entry });
      if (invitedBy) {
        await notify(systemTx, {
          accountId: invitedBy,
          ...confirmedGuardianNotice(input.invitationId),
        });
      }
      return ok({ childId });
    });
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    if (violates(error, 'guardians_person_idx')) return refuse('already_yours');
    throw error;
  }
}
