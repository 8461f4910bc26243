import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { returnVisits } from '@/db/schema/screening';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { findReturn } from '../queries/my-return';
import type { withdrawReturnInput } from '../schema/return-visit';

/**
 * Takes the consent back as easily as it was given (PIPL 15): what she said is gone at once. A place she
 * has booked by it stays hers. Throws NotFound when she has said nothing.
 */
export async function withdrawReturn(
  ctx: Ctx,
  { offeringId }: z.output<typeof withdrawReturnInput>,
): Promise<Result<{ offeringId: string }>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account' && tx.actor.personId !== null);
    const { row, offering } = await findReturn(tx, offeringId);
    if (!row) throw new NotFound('return_visit');
    await tx.db.delete(returnVisits).where(eq(returnVisits.id, row.id));
    await recordAudit(tx, {
      action: 'withdraw_return',
      entityType: 'return_visit',
      entityId: row.id,
      organisationId: offering.organisationId,
    });
    return ok({ offeringId });
  });
}
