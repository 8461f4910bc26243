import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipCases } from '@/db/schema/membership-cases';
import { endDuties } from '@/features/identity/steps/end-duties';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { formatFullDay, todayOn } from '@/lib/dates';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { membershipEndedNotice } from '../messages';
import { lapseReadyOn } from '../rules/membership-cases';
import type { DecideMembershipCaseInput } from '../schema/membership-cases';
import { lapseWaitDays, lapseWarnings } from '../settings';
import { dropTransfer } from '../steps/drop-transfer';
import { lockMembershipCase } from './lock-membership-case';

type Carried = 'step_up' | 'own_case' | 'case_over' | 'same_opener' | 'too_early' | 'not_now';

/**
 * 自动退会 after the warnings, or 除名 by the level above: another officer than the one who opened it ends the 会籍, which
 * the database holds too. The member is told, and whom to turn to. Throws NotFound for a case that the officer does
 * not see.
 * Refuses `step_up` without a recent second factor; `same_opener`; `too_early` with the `day` before the warnings are
 * enough and the days over; `not_now` when the 会籍 ended meanwhile; further those of `lockMembershipCase`.
 * @authorized-by lockMembershipCase canReviewApplication at the desk or above, and never one's own case
 */
export async function carryOutCase(
  ctx: Ctx,
  { caseId, note }: DecideMembershipCaseInput,
): Promise<Result<{ id: string }, Carried>> {
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  return transaction(ctx, async (tx) => {
    const locked = await lockMembershipCase(tx, caseId, { above: true });
    if (!locked.ok) return locked;
    const { by, ...row } = locked.value;
    if (row.openedBy === by) return refuse('same_opener');
    const today = todayOn(tx.now);
    if (row.kind === 'lapse') {
      const terms = await readSettings(tx, { needed: lapseWarnings, days: lapseWaitDays });
      const ready = lapseReadyOn(row, terms);
      if (ready === null || ready > today) {
        return refuse('too_early', {
          detail: { day: ready ? formatFullDay(ready) : '再教育一次' },
        });
      }
    }
    const { membershipId, accountId, personId, organisationId } = row;
    const change =
      row.kind === 'lapse'
        ? ({ type: 'lapsed', reason: 'no_dues' } as const)
        : ({ type: 'expelled', reason: 'crime' } as const);
    const before = await recordMembershipChange(tx, { membershipId, ...change, on: today });
    if (!before) return refuse('not_now');
    await tx.db
      .update(membershipCases)
      .set({ status: 'carried_out', decidedBy: by, decidedAt: tx.now, decisionNote: note })
      .where(eq(membershipCases.id, caseId));
    await endDuties(tx, { accountId, organisationId });
    await dropTransfer(tx, personId);
    await recordAudit(tx, {
      action: 'carry_out_case',
      entityType: 'membership_case',
      entityId: caseId,
      organisationId,
      before: { status: before.status },
      after: { type: change.type, on: today },
    });
    const union = await getOrganisation(tx, organisationId);
    await notify(tx, {
      accountId,
      ...membershipEndedNotice({ id: caseId, union: union.shortName }),
    });
    return ok({ id: caseId });
  });
}
