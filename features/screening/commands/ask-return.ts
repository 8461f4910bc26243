import 'server-only';
import { eq } from 'drizzle-orm';
import { returnVisits } from '@/db/schema/screening';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { findReturn } from '../queries/my-return';
import { refuseReturn, returnConsent } from '../rules/return-visit';
import type { AskReturnInput } from '../schema/return-visit';

/**
 * 通知再来: a woman whom the interval bars says that her hospital has asked her back (伊金霍洛 2020:
 * screened-normal stay out, to-be-rechecked must return). Nothing about the finding is asked; 女职工部
 * verifies it. The consent is hers alone and kept with the row.
 * Refuses `already_asked` while a request waits or is verified.
 */
export async function askReturn(
  ctx: Ctx,
  { offeringId }: AskReturnInput,
): Promise<Result<{ offeringId: string }, 'not_barred' | 'already_asked'>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account' && actor.personId !== null);
    const { offering, personId, row, status, interval } = await findReturn(tx, offeringId);
    const refused = refuseReturn({ withinInterval: interval !== null, status });
    if (refused) return refuse(refused);
    const id = row?.id ?? newId();
    if (row) {
      await tx.db
        .update(returnVisits)
        .set({ verdictSealed: null, createdAt: tx.now, decidedAt: null, version: row.version + 1 })
        .where(eq(returnVisits.id, id));
    } else {
      const made = await tx.db
        .insert(returnVisits)
        .values({
          id,
          offeringId,
          personId,
          accountId: actor.accountId,
          organiserId: offering.organisationId,
          createdAt: tx.now,
        })
        .onConflictDoNothing()
        .returning({ id: returnVisits.id });
      if (made.length === 0) return refuse('already_asked');
    }
    await recordConsent(tx, actor.accountId, returnConsent, { type: 'return_visit', id });
    await recordAudit(tx, {
      action: 'ask_return',
      entityType: 'return_visit',
      entityId: id,
      organisationId: offering.organisationId,
    });
    return ok({ offeringId });
  });
}
