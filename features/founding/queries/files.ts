import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { foundingFile, foundingFiles, foundings } from '@/db/schema/foundings';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read, readOnRecord } from '@/lib/transaction';
import { canPrepareFounding, canSeeFoundings } from '../policy';

/**
 * A founding that the actor prepares. Throws NotFound for one outside their area, Forbidden for who only reads.
 */
export async function seenToPrepare(tx: Ctx, foundingId: string): Promise<void> {
  const [row] = await tx.db.select().from(foundings).where(eq(foundings.id, foundingId));
  if (!row) throw new NotFound('founding');
  authorize(canPrepareFounding(tx.actor, await organisationPath(tx, row.placeId)));
}

/** The scans of a founding that were not taken out, in the order they came; the row policies say whose. */
export const listFoundingFiles = (ctx: Ctx, foundingId: string) =>
  read(ctx, (tx) =>
    tx.db
      .select({ id: foundingFiles.id, kind: foundingFiles.kind, addedAt: foundingFiles.addedAt })
      .from(foundingFiles)
      .where(and(eq(foundingFiles.foundingId, foundingId), isNull(foundingFiles.removedAt)))
      .orderBy(asc(foundingFiles.addedAt), asc(foundingFiles.id)),
  );

export type FoundingFileRow = Awaited<ReturnType<typeof listFoundingFiles>>[number];

/**
 * One scan, opened for who prepares or answers the founding; every look is a line of the ledger. Throws NotFound for
 * another's, one that was taken out, or none; Forbidden for who only reads.
 * @returns a JPEG, or a PDF of nothing but pages
 */
export async function openFoundingFile(ctx: Ctx, id: string): Promise<Buffer> {
  if (!isUuid(id)) throw new NotFound('founding file');
  return readOnRecord(ctx, async (tx) => {
    const [row] = await tx.db
      .select({
        content: foundingFiles.contentSealed,
        kind: foundingFiles.kind,
        foundingId: foundings.id,
        placeId: foundings.placeId,
      })
      .from(foundingFiles)
      .innerJoin(foundings, eq(foundings.id, foundingFiles.foundingId))
      .where(and(eq(foundingFiles.id, id), isNull(foundingFiles.removedAt)));
    const path = row ? await organisationPath(tx, row.placeId) : [];
    if (!row?.content || !canSeeFoundings(tx.actor, path)) throw new NotFound('founding file');
    authorize(canPrepareFounding(tx.actor, path));
    await recordAudit(tx, {
      action: 'view_founding_file',
      entityType: 'founding',
      entityId: row.foundingId,
      organisationId: row.placeId,
      after: { file: id, kind: row.kind },
    });
    return openBytes(row.content, foundingFile(id));
  });
}
