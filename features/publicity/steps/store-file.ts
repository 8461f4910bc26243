import 'server-only';
import { and, count, eq } from 'drizzle-orm';
import { offeringFiles } from '@/db/schema/publicity';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';

type Purpose = typeof offeringFiles.$inferSelect.purpose;

interface NewFile {
  readonly bytes: Uint8Array;
  readonly words: string;
  /** Pixels, of a picture. */
  readonly width?: number;
  readonly height?: number;
}

/** Stores files of an offering that the caller has locked, in the order given. */
export async function storeFiles(
  tx: Ctx,
  to: { offeringId: string; purpose: Purpose },
  files: readonly NewFile[],
): Promise<void> {
  // One statement each: a dozen pictures in one would be a parameter of megabytes.
  for (const { bytes, words, width = null, height = null } of files) {
    await tx.db.insert(offeringFiles).values({
      id: newId(),
      ...to,
      kind: width === null ? 'pdf' : 'jpeg',
      words,
      width,
      height,
      size: bytes.length,
      content: Buffer.from(bytes),
      addedBy: accountOf(tx.actor),
      addedAt: tx.now,
    });
  }
}

/** How many files of a purpose the locked offering has. */
export async function countFiles(tx: Ctx, offeringId: string, purpose: Purpose): Promise<number> {
  const [row] = await tx.db
    .select({ n: count() })
    .from(offeringFiles)
    .where(and(eq(offeringFiles.offeringId, offeringId), eq(offeringFiles.purpose, purpose)));
  return row?.n ?? 0;
}
