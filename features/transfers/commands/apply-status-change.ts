import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { memberships } from '@/db/schema/membership';
import { endDuties } from '@/features/identity/steps/end-duties';
import type { ChangeReason, ChangeType } from '@/features/members/rules/membership-life';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatFullDay, todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { appliedAnswers } from '../rules/membership-requests';
import { closeRequest } from '../steps/close-request';
import { dropTransfer } from '../steps/drop-transfer';
import { lockDeskRequest, type RequestRow } from './lock-desk-request';

interface Planned {
  readonly type: ChangeType;
  readonly reason: ChangeReason | null;
  readonly on: string;
}

function planned(row: RequestRow, today: string): Planned {
  if (row.kind === 'leave') return { type: 'resigned', reason: 'own_wish', on: today };
  if (row.kind === 'restore') return { type: 'restored', reason: 'back_at_work', on: today };
  return { type: 'retained', reason: row.changeReason, on: row.changeOn ?? today };
}

/**
 * The union does as the member asked: 保留, 恢复 or 退会, with its line of the log. Who leaves holds no role at the
 * union any more, and the card no longer opens anything; the account stays (PIPL is another matter).
 * Throws NotFound for a request of another kind or that the officer does not see.
 * Refuses `talk_first` for 退会 without the one recorded talk; `not_now` when the 会籍 has moved on meanwhile;
 * further those of `lockDeskRequest`.
 * @authorized-by lockDeskRequest canReviewApplication at the desk, and never one's own case
 */
export async function applyStatusChange(
  ctx: Ctx,
  { requestId }: { requestId: string },
): Promise<Result<{ id: string }, 'own_case' | 'transfer_closed' | 'talk_first' | 'not_now'>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockDeskRequest(tx, requestId, ['retain', 'restore', 'leave']);
    if (!locked.ok) return locked;
    const row = locked.value;
    const { id, kind, accountId, personId, organisationId } = row;
    if (kind === 'leave' && row.talkedOn === null) return refuse('talk_first');
    const [found] = await tx.db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
    const change = planned(row, todayOn(tx.now));
    const before =
      found && (await recordMembershipChange(tx, { membershipId: found.id, ...change }));
    if (!before) return refuse('not_now');
    if (kind === 'leave') {
      await endDuties(tx, { accountId, organisationId });
      await dropTransfer(tx, personId);
    }
    await closeRequest(tx, row, appliedAnswers(kind, formatFullDay(change.on)));
    await recordAudit(tx, {
      action: 'apply_status_change',
      entityType: 'membership',
      entityId: before.id,
      organisationId,
      before: { status: before.status },
      after: { type: change.type, on: change.on, reason: change.reason },
    });
    return ok({ id });
  });
}
