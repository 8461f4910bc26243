import 'server-only';
import { caseFacts, membershipCases } from '@/db/schema/membership-cases';
import { listDeskOfficers } from '@/features/review/queries/desk-officers';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { expulsionDeskNotice } from '../messages';
import type { OpenExpulsionInput } from '../schema/membership-cases';
import { unionAbove } from '../steps/union-above';
import { findMemberInReach } from './find-member-in-reach';

/**
 * 除名 for a crime that was sentenced (会籍办法 22): the union asks, the one above decides. Number of the judgement and
 * what the union found are sealed. Throws NotFound for who is no member within the officer's reach.
 * Refuses `step_up` without a recent second factor; `own_case`; `nobody_above` at the top of the tree;
 * `other_case` while one is open.
 * @authorized-by findMemberInReach canReviewApplication at the union, and never one's own case
 */
export async function openExpulsion(
  ctx: Ctx,
  { personId, judgement, facts }: OpenExpulsionInput,
): Promise<Result<{ id: string }, 'step_up' | 'own_case' | 'nobody_above' | 'other_case'>> {
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  return transaction(ctx, async (tx) => {
    const found = await findMemberInReach(tx, personId);
    if (!found.ok) return found;
    const { by, joinedOn: _joined, ...member } = found.value;
    const above = await unionAbove(tx, member.organisationId);
    if (above === null) return refuse('nobody_above');
    const id = newId();
    const factsSealed = sealField(JSON.stringify({ judgement, facts }), caseFacts(id));
    const [made] = await tx.db
      .insert(membershipCases)
      .values({
        ...{ id, ...member, personId, factsSealed, warnings: [], kind: 'expel' as const },
        ...{ status: 'open' as const, openedBy: by, openedAt: tx.now },
      })
      .onConflictDoNothing()
      .returning({ id: membershipCases.id });
    if (!made) return refuse('other_case');
    await recordAudit(tx, {
      action: 'open_expulsion',
      entityType: 'membership_case',
      entityId: id,
      organisationId: member.organisationId,
    });
    await bySystem(tx, async (systemTx) => {
      const officers = await listDeskOfficers(systemTx, above);
      await notifyEach(systemTx, officers, expulsionDeskNotice(id));
    });
    return ok({ id });
  });
}
