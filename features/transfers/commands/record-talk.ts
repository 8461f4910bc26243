import 'server-only';
import { eq } from 'drizzle-orm';
import { transferRequests } from '@/db/schema/transfers';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { TalkInput } from '../schema/membership-request';
import { lockDeskRequest } from './lock-desk-request';

/**
 * The one talk with a member who wants to leave (会籍办法 21): when, and what was said. Once it is on record the
 * union carries the exit out; there is no second one. Throws NotFound for a request that the officer
 * does not see.
 * Refuses `talked_already`; `day_out_of_range` before the request or after today; further those of
 * `lockDeskRequest`.
 * @authorized-by lockDeskRequest canReviewApplication at the desk, and never one's own case
 */
export async function recordTalk(
  ctx: Ctx,
  { requestId, talkedOn, talkNote }: TalkInput,
): Promise<
  Result<{ id: string }, 'own_case' | 'transfer_closed' | 'talked_already' | 'day_out_of_range'>
> {
  return transaction(ctx, async (tx) => {
    const locked = await lockDeskRequest(tx, requestId, ['leave']);
    if (!locked.ok) return locked;
    const row = locked.value;
    if (row.talkedOn !== null) return refuse('talked_already');
    if (talkedOn > todayOn(tx.now) || talkedOn < todayOn(row.createdAt)) {
      return refuse('day_out_of_range', {
        fieldErrors: { talkedOn: '在登记以后、今天以前，请重新选择' },
      });
    }
    const talkedBy = tx.actor.kind === 'account' ? tx.actor.accountId : null;
    await tx.db
      .update(transferRequests)
      .set({ talkedOn, talkedBy, talkNote })
      .where(eq(transferRequests.id, row.id));
    await recordAudit(tx, {
      action: 'record_talk',
      entityType: 'transfer_request',
      entityId: row.id,
      organisationId: row.organisationId,
      after: { number: row.number, talkedOn },
    });
    return ok({ id: row.id });
  });
}
