import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { type Picture, redrawn } from '@/lib/documents/picture';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { tooManyFiles, unreadablePicture } from '../rules/file-refusals';
import { photoSize } from '../rules/file-sizes';
import type { AddPhotosInput } from '../schema/files';
import { photosMost } from '../settings';
import { countFiles, storeFiles } from '../steps/store-file';

const refused = (photos: string) => refuse('invalid', { fieldErrors: { photos } });

/** All of them drawn anew, or which of them, counted from 1, cannot be read. */
async function drawAll(photos: AddPhotosInput['photos']): Promise<Picture[] | number> {
  const drawn: Picture[] = [];
  for (const { bytes } of photos) {
    const picture = await redrawn(bytes, photoSize);
    if (!picture) return drawn.length + 1;
    drawn.push(picture);
  }
  return drawn;
}

/**
 * Photos of how an offering was: all of them, or none with the reason. Whom they show agreed, says the
 * officer (个人信息保护法 29、31). Throws NotFound for an offering that is not the officer's to manage.
 * Refuses `over` for a cancelled offering; `invalid` with words for `photos` when one cannot be read or
 * they would be more than the setting allows.
 */
export async function addPhotos(
  ctx: Ctx,
  { offeringId, photos, photoWords: words }: AddPhotosInput,
): Promise<Result<{ offeringId: string }, 'over' | 'invalid'>> {
  await getDeskOffering(ctx, offeringId);
  const { most } = await readSettings(ctx, { most: photosMost });
  // Five hundred are not even drawn.
  const far = tooManyFiles({ have: 0, sent: photos.length, most }, '张照片');
  if (far) return refused(far);
  const drawn = await drawAll(photos);
  if (typeof drawn === 'number') {
    return refused(photos.length > 1 ? `第 ${drawn} 张：${unreadablePicture}` : unreadablePicture);
  }
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.status === 'cancelled') return refuse('over');
    const have = await countFiles(tx, offeringId, 'photo');
    const many = tooManyFiles({ have, sent: drawn.length, most }, '张照片');
    if (many) return refused(many);
    await storeFiles(
      tx,
      { offeringId, purpose: 'photo' },
      drawn.map((picture) => ({ ...picture, words })),
    );
    await recordAudit(tx, {
      action: 'add_photos',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      after: { words, photos: drawn.length, agreed: true },
    });
    return ok({ offeringId });
  });
}
