import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { rollLinkPurpose } from '../rules/roll-link';
import { makeExportLink } from '../steps/export-links';

export interface RollLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Asks for the roll with whole names, phones and document numbers: only for a stated reason and a
 * second factor given minutes ago. What comes back is a link for the asker alone, good once, for ten
 * minutes (P07). Asking is recorded, and so is the download.
 * Refuses `needs_reason`; `step_up` without a recent second factor.
 */
export async function requestRollLink(
  ctx: Ctx,
  { sessionId, reason }: { sessionId: string; reason: string | null },
): Promise<Result<RollLink, 'needs_reason' | 'step_up'>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockSession(tx, sessionId);
    const { actor } = tx;
    authorize(canDecideBookings[offering.kind](actor, path) && actor.kind === 'account');
    if (!reason) return refuse('needs_reason');
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    const { id, token, expiresAt } = await makeExportLink(tx, rollLinkPurpose, {
      ...{ accountId: actor.accountId, reason, of: { subjectId: sessionId } },
    });
    await recordAudit(tx, {
      action: 'request_roll_link',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: offering.organisationId,
      after: { link: id, offering: offering.id },
      reason,
    });
    return ok({ token, expiresAt });
  });
}
