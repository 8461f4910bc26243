import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { redrawn } from '@/lib/documents/picture';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { isActivePdf, isPdf } from '../rules/attachment-kind';
import { activePdf, tooManyFiles, unreadableAttachment } from '../rules/file-refusals';
import { attachmentSize } from '../rules/file-sizes';
import type { AddAttachmentInput } from '../schema/files';
import { attachmentsMost } from '../settings';
import { countFiles, storeFiles } from '../steps/store-file';

/** A picture as it goes out, a PDF as it came, or why it cannot go out. */
async function publicFile(bytes: Uint8Array) {
  if (!isPdf(bytes)) return (await redrawn(bytes, attachmentSize)) ?? unreadableAttachment;
  return isActivePdf(bytes) ? activePdf : { bytes };
}

/**
 * A file that everybody may save beside an offering: a picture drawn anew, or a PDF that says of itself that
 * it runs and carries nothing. Throws NotFound for an offering that is not the officer's to manage.
 * Refuses `over` for a cancelled offering; `invalid` with words for `file`, also when there are as many as
 * the setting allows.
 */
export async function addAttachment(
  ctx: Ctx,
  { offeringId, file, fileWords: words }: AddAttachmentInput,
): Promise<Result<{ offeringId: string }, 'over' | 'invalid'>> {
  await getDeskOffering(ctx, offeringId);
  const made = await publicFile(file.bytes);
  if (typeof made === 'string') return refuse('invalid', { fieldErrors: { file: made } });
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.status === 'cancelled') return refuse('over');
    const { most } = await readSettings(tx, { most: attachmentsMost });
    const have = await countFiles(tx, offeringId, 'attachment');
    const many = tooManyFiles({ have, sent: 1, most }, '个附件');
    if (many) return refuse('invalid', { fieldErrors: { file: many } });
    await storeFiles(tx, { offeringId, purpose: 'attachment' }, [{ ...made, words }]);
    await recordAudit(tx, {
      action: 'add_attachment',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      after: { words, bytes: made.bytes.length },
    });
    return ok({ offeringId });
  });
}
