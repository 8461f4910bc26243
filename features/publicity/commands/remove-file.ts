import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringFiles } from '@/db/schema/publicity';
import { canManageOfferings } from '@/features/offerings/policy';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { OfferingFile } from '../rules/files-by-purpose';
import type { RemoveFileInput } from '../schema/files';

/**
 * Takes a cover, an attachment or a photo down at once, also of an offering that is over: somebody on it may
 * have changed their mind (个人信息保护法 15). Throws NotFound when there is none, or of an offering that is
 * not the officer's to manage.
 */
export async function removeFile(
  ctx: Ctx,
  { fileId }: RemoveFileInput,
): Promise<Result<{ offeringId: string; purpose: OfferingFile['purpose'] }, never>> {
  return transaction(ctx, async (tx) => {
    const { id, offeringId, purpose, words } = offeringFiles;
    const [file] = await tx.db
      .select({ offeringId, purpose, words })
      .from(offeringFiles)
      .where(eq(id, fileId));
    if (!file) throw new NotFound('file');
    const { offering, path } = await lockOffering(tx, file.offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    await tx.db.delete(offeringFiles).where(eq(id, fileId));
    await recordAudit(tx, {
      action: 'remove_offering_file',
      entityType: 'offering',
      entityId: offering.id,
      organisationId: offering.organisationId,
      before: { purpose: file.purpose, words: file.words },
    });
    return ok({ offeringId: offering.id, purpose: file.purpose });
  });
}
