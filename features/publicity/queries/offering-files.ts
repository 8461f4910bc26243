import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { offeringFiles } from '@/db/schema/publicity';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import { isForPerson } from '@/features/offerings/queries/visible-offering';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { filesByPurpose, type OfferingFiles } from '../rules/files-by-purpose';

const columns = {
  id: offeringFiles.id,
  purpose: offeringFiles.purpose,
  kind: offeringFiles.kind,
  words: offeringFiles.words,
  width: offeringFiles.width,
  height: offeringFiles.height,
  size: offeringFiles.size,
};

/**
 * Cover, attachments and photos of an offering that the caller has found for who asks. The oldest first; the
 * cover is undefined while there is none.
 */
export async function listOfferingFiles(ctx: Ctx, offeringId: string): Promise<OfferingFiles> {
  const files = await read(ctx, (tx) =>
    tx.db
      .select(columns)
      .from(offeringFiles)
      .where(eq(offeringFiles.offeringId, offeringId))
      .orderBy(asc(offeringFiles.addedAt), asc(offeringFiles.id)),
  );
  return filesByPurpose(files);
}

type Opened = {
  kind: 'jpeg' | 'pdf';
  words: string;
  content: Buffer;
  /** Whether anybody at all may have it, so that caches on the way may keep it. */
  forAnyone: boolean;
};

/** A published offering's file for whom the offering is; a photo once the 小结 is published. */
async function shownFile(tx: Ctx, id: string, personId: string | null) {
  const [found] = await tx.db.execute<Opened>(sql`
    select f.kind, f.words, f.content, o.visibility = 'all' as "forAnyone"
    from offering_files f join offerings o on o.id = f.offering_id
    where f.id = ${id}::uuid and ${isForPerson(personId)}
      and (f.purpose <> 'photo' or exists (select 1 from offering_closings c
        where c.offering_id = o.id and c.published_at is not null))`);
  return found;
}

/** The same before it is shown, for who manages the offering. */
async function managedFile(tx: Ctx, id: string): Promise<Opened | undefined> {
  const { kind, words, content } = offeringFiles;
  const [found] = await tx.db
    .select({ kind, words, content })
    .from(offeringFiles)
    .innerJoin(offerings, eq(offerings.id, offeringFiles.offeringId))
    .where(and(eq(offeringFiles.id, id), managedOfferings(tx.actor)));
  return found && { ...found, forAnyone: false };
}

/**
 * One file with its bytes. Throws NotFound when there is none, and for whom its offering, or a photo that is
 * not published yet, is not.
 */
export async function openOfferingFile(ctx: Ctx, id: string): Promise<Opened> {
  if (!isUuid(id)) throw new NotFound('file');
  const { actor } = ctx;
  const personId = actor.kind === 'account' ? actor.personId : null;
  return read(ctx, async (tx) => {
    const found = (await shownFile(tx, id, personId)) ?? (await managedFile(tx, id));
    if (!found) throw new NotFound('file');
    return found;
  });
}
