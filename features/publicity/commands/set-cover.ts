import 'server-only';
import { and, eq } from 'drizzle-orm';
import { offeringFiles } from '@/db/schema/publicity';
import { canManageOfferings } from '@/features/offerings/policy';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { redrawn } from '@/lib/documents/picture';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { unreadablePicture } from '../rules/file-refusals';
import { coverSize } from '../rules/file-sizes';
import type { SetCoverInput } from '../schema/files';
import { storeFiles } from '../steps/store-file';

/**
 * The cover of an offering, drawn anew at most 50 kB large; one that was there goes. Throws NotFound for an
 * offering that is not the officer's to manage.
 * Refuses `over` for a cancelled offering; `invalid` with words for `picture`.
 */
export async function setCover(
  ctx: Ctx,
  { offeringId, picture, coverWords: words }: SetCoverInput,
): Promise<Result<{ offeringId: string }, 'over' | 'invalid'>> {
  // Before anything is locked: drawing takes longer than a row may wait.
  await getDeskOffering(ctx, offeringId);
  const drawn = await redrawn(picture.bytes, coverSize);
  if (!drawn) return refuse('invalid', { fieldErrors: { picture: unreadablePicture } });
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.status === 'cancelled') return refuse('over');
    await tx.db
      .delete(offeringFiles)
      .where(and(eq(offeringFiles.offeringId, offeringId), eq(offeringFiles.purpose, 'cover')));
    await storeFiles(tx, { offeringId, purpose: 'cover' }, [{ ...drawn, words }]);
    await recordAudit(tx, {
      action: 'set_cover',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      after: { words, bytes: drawn.bytes.length },
    });
    return ok({ offeringId });
  });
}
