import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { correctionProofs, identityCorrections } from '@/db/schema/corrections';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { ownCorrection } from '../queries/own-correction';
import type { withdrawCorrectionInput } from '../schema';

/**
 * Takes a request back before it is answered; what was asked for and the photos are gone at once. Of a
 * child either guardian may. A draft leaves nothing behind.
 * Refuses `decided` when it is answered already.
 */
export async function withdrawCorrection(
  ctx: Ctx,
  { correctionId }: z.output<typeof withdrawCorrectionInput>,
): Promise<Result<{ id: string }, 'decided'>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    const row = await ownCorrection(tx, correctionId, { lock: true });
    const mine = eq(identityCorrections.id, row.id);
    if (row.status === 'draft') await tx.db.delete(identityCorrections).where(mine);
    else if (row.status === 'waiting') {
      await tx.db.delete(correctionProofs).where(eq(correctionProofs.correctionId, row.id));
      await tx.db
        .update(identityCorrections)
        .set({ status: 'withdrawn', detailsSealed: null })
        .where(mine);
    } else if (row.status !== 'withdrawn') return refuse('decided');
    await recordAudit(tx, {
      action: 'withdraw_correction',
      entityType: 'identity_correction',
      entityId: row.id,
      organisationId: row.organisationId,
      before: { status: row.status },
    });
    return ok({ id: row.id });
  });
}
