import 'server-only';
import { eq } from 'drizzle-orm';
import { returnVerdict, returnVisits } from '@/db/schema/screening';
import { canDecideScreening } from '@/features/bookings/policy';
import { returnVerdictText } from '@/features/eligibility/rules/return-visit';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { returnNotice } from '../messages';
import type { DecideReturnInput } from '../schema/return-visit';

/**
 * 核实: 女职工部 answers whether the hospital has asked her back. Then the interval of this offering bars
 * her no more, at every door. The ledger says that it was answered, never how: that would tell of her.
 * Throws NotFound for a request that the officer does not see.
 * Refuses `own_case` for one's own or one's family's; `decided` when it is answered or has changed
 * since the page.
 */
export async function decideReturn(
  ctx: Ctx,
  { returnId, version, to, answer }: DecideReturnInput,
): Promise<Result<{ returnId: string }, 'decided' | 'own_case'>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(returnVisits)
      .where(eq(returnVisits.id, returnId))
      .for('update');
    if (!row) throw new NotFound('return_visit');
    const path = await organisationPath(tx, row.organiserId);
    authorize(canDecideScreening(tx.actor, path));
    if (await isOwnCase(tx, row)) return refuse('own_case');
    if (row.verdictSealed !== null || row.version !== version) return refuse('decided');
    const verdictSealed = sealField(returnVerdictText({ to, answer }), returnVerdict(row.id));
    await tx.db
      .update(returnVisits)
      .set({
        verdictSealed,
        decidedAt: tx.now,
        decidedBy: accountOf(tx.actor),
        version: version + 1,
      })
      .where(eq(returnVisits.id, returnId));
    await recordAudit(tx, {
      action: 'decide_return',
      entityType: 'return_visit',
      entityId: returnId,
      organisationId: row.organiserId,
    });
    await notify(tx, { accountId: row.accountId, ...returnNotice(row, version + 1) });
    return ok({ returnId });
  });
}
