import 'server-only';
import { eq } from 'drizzle-orm';
import { applicationEvents, membershipApplications as applications } from '@/db/schema/membership';
import { endClock } from '@/features/clocks/steps/start-clock';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { withdrawnNotice } from '../messages';
import { isOwnApplication } from '../policy';
import { answerClock } from '../queries/answer-clock';
import { isWithdrawable } from '../rules/transitions';
import type { WithdrawInput } from '../schema/joining';
import { lockOwnApplication } from '../steps/open-application';

/**
 * Withdraws the worker's application, until an officer has opened it (domain.md §1.4). The row lock
 * decides between withdrawing and opening at the same moment.
 * Refuses `already_withdrawn`; `already_opened` once an officer has opened it or it is decided.
 */
export async function withdrawApplication(
  ctx: Ctx,
  input: WithdrawInput,
): Promise<Result<{ id: string }, 'already_opened' | 'already_withdrawn'>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    const application = await lockOwnApplication(tx, tx.actor.accountId, input.applicationId);
    authorize(isOwnApplication(tx.actor, application.accountId));
    const { id, status, number, accountId } = application;
    if (status === 'withdrawn') return refuse('already_withdrawn');
    if (!isWithdrawable(application) || number === null) return refuse('already_opened');
    const version = application.version + 1;
    await tx.db
      .update(applications)
      .set({ status: 'withdrawn', dueOn: null, version, updatedAt: tx.now })
      .where(eq(applications.id, id));
    await endClock(tx, answerClock(id), 'withdrawn');
    await tx.db.insert(applicationEvents).values({
      applicationId: id,
      at: tx.now,
      type: 'withdrawn',
      fromStatus: status,
      toStatus: 'withdrawn',
      actorAccountId: tx.actor.accountId,
      actorLabel: '本人',
    });
    await recordAudit(tx, {
      action: 'withdraw_application',
      entityType: 'membership_application',
      entityId: id,
      organisationId: application.organisationId,
      before: { status },
      after: { status: 'withdrawn', number },
    });
    await notify(tx, { accountId, ...withdrawnNotice({ id, number, version }) });
    return ok({ id });
  });
}
