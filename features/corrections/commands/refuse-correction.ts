import 'server-only';
import { eq } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { refusedNotice } from '../messages';
import type { RefuseInput } from '../schema';
import { decidedColumns, lockCorrection } from './lock-correction';

/**
 * 不更正, with the reason and what to do, which the person or the child's guardians of today read.
 * @authorized-by lockCorrection canCorrectIdentity at the desk, and never one's own case
 */
export async function refuseCorrection(
  ctx: Ctx,
  { correctionId, reason }: RefuseInput,
): Promise<Result<{ id: string }>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockCorrection(tx, correctionId);
    if (!locked.ok) return locked;
    const { row, accounts } = locked.value;
    const { id, number, fields, organisationId } = row;
    await tx.db
      .update(identityCorrections)
      .set({ status: 'refused', answer: reason, ...decidedColumns(tx) })
      .where(eq(identityCorrections.id, id));
    await recordAudit(tx, {
      action: 'refuse_correction',
      entityType: 'identity_correction',
      entityId: id,
      organisationId,
      before: { status: 'waiting' },
      after: { status: 'refused', number, fields },
      reason,
    });
    const union = (await getOrganisation(tx, organisationId)).shortName;
    const notice = refusedNotice({ id, number, fields }, { union, answer: reason });
    await notifyEach(tx, accounts, notice);
    return ok({ id });
  });
}
