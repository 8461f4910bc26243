import 'server-only';
import { eq } from 'drizzle-orm';
import { correctionPhoto, correctionProofs, identityCorrections } from '@/db/schema/corrections';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readOnRecord } from '@/lib/transaction';
import { canCorrectIdentity } from '../policy';
import { isOwn } from './own-correction';

/**
 * One photo of a proof, opened: for whoever may see it as their own, and for the desk that decides, whose
 * every look is a line of the ledger (PIPL 55). For anyone else, the family in office too, it does not
 * exist. Throws NotFound then.
 * @returns a JPEG
 */
export async function openProof(ctx: Ctx, id: string): Promise<Buffer> {
  return readOnRecord(ctx, async (tx) => {
    if (!isUuid(id)) throw new NotFound('proof');
    const [row] = await tx.db
      .select({
        photo: correctionProofs.photoSealed,
        correctionId: identityCorrections.id,
        organisationId: identityCorrections.organisationId,
        accountId: identityCorrections.accountId,
        childId: identityCorrections.childId,
        own: isOwn(tx).mapWith(Boolean),
      })
      .from(correctionProofs)
      .innerJoin(identityCorrections, eq(identityCorrections.id, correctionProofs.correctionId))
      .where(eq(correctionProofs.id, id));
    if (!row) throw new NotFound('proof');
    if (!row.own) {
      authorize(canCorrectIdentity(tx.actor, await organisationPath(tx, row.organisationId)));
      if (await isOwnCase(tx, row)) throw new NotFound('proof');
      await recordAudit(tx, {
        action: 'view_correction_proof',
        entityType: 'identity_correction',
        entityId: row.correctionId,
        organisationId: row.organisationId,
        after: { photo: id },
      });
    }
    return openBytes(row.photo, correctionPhoto(id));
  });
}
