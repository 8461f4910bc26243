import 'server-only';
import { eq } from 'drizzle-orm';
import { applicationDocument } from '@/db/schema/membership';
import { transferRequests } from '@/db/schema/transfers';
import { canReviewApplication } from '@/features/members/policy';
import { findWholePhone } from '@/features/members/queries/phone-of';
import type { RevealedField } from '@/features/members/steps/record-reveal';
import { recordReveal } from '@/features/members/steps/record-reveal';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { transferDraft } from '../queries/transfer-draft';
import type { RevealTransferInput } from '../schema/transfer';

/**
 * 查看 of whoever asked for a 转会: the phone to ring them, the number to compare. Throws NotFound for a
 * request that the officer does not see, and for a document that is not on record.
 * @audited-by recordReveal
 */
export async function revealTransferField(
  ctx: Ctx,
  { requestId, field }: RevealTransferInput,
): Promise<Result<RevealedField>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(transferRequests)
      .where(eq(transferRequests.id, requestId));
    if (!row) throw new NotFound('transfer_request');
    const { id, organisationId } = row;
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, organisationId)));
    await recordReveal(tx, { type: 'transfer_request', id, organisationId }, field);
    if (field === 'phone') return ok({ field, value: await findWholePhone(tx, row.accountId) });
    const draft = await transferDraft(tx, row);
    if (!draft?.idSealed) throw new NotFound('document');
    return ok({ field, value: openField(draft.idSealed, applicationDocument(draft.id)) });
  });
}
