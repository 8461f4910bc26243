import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { foundingFile, foundingFiles } from '@/db/schema/foundings';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { redrawn } from '@/lib/documents/picture';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { canPrepareFounding } from '../policy';
import { seenToPrepare } from '../queries/files';
import { fileNames, kindsNow } from '../rules/files';
import { wayOf } from '../rules/kinds';
import type { AddFilesInput, RemoveFoundingFileInput } from '../schema/papers';
import { foundingFilesMost } from '../settings';
import { lockFounding } from './lock-founding';

/** Enough to read a signature by. */
const size = { side: 1800, bytes: 400_000 } as const;

const bad = (reason: 'bad_file' | 'too_many_files', words: string) =>
  refuse(reason, { fieldErrors: { files: words } });

/** Drawn anew, without place and camera; null for one that is no picture. */
async function drawAll(files: AddFilesInput['files']): Promise<Uint8Array[] | number> {
  const drawn: Uint8Array[] = [];
  for (const { bytes } of files) {
    const picture = await redrawn(bytes, size);
    if (!picture) return drawn.length + 1;
    drawn.push(picture.bytes);
  }
  return drawn;
}

type Refused = 'bad_file' | 'too_many_files' | 'not_now';

/**
 * Adds scans to a founding: drawn anew and sealed, for sign-in sheets name people. Throws NotFound for a founding
 * outside the officer's area.
 * @authorized-by lockFounding
 * Refuses `bad_file` for what is no picture; `too_many_files`; `not_now` for a kind that no step needs yet.
 */
export async function addFoundingFiles(
  ctx: Ctx,
  { foundingId, kind, files }: AddFilesInput,
): Promise<Result<{ foundingId: string }, Refused>> {
  // Nobody else's pictures are drawn.
  await read(ctx, (tx) => seenToPrepare(tx, foundingId));
  const { most } = await readSettings(ctx, { most: foundingFilesMost });
  if (files.length > most) return bad('too_many_files', `一次最多 ${most} 张`);
  const drawn = await drawAll(files);
  if (typeof drawn === 'number')
    return bad('bad_file', `第 ${drawn} 张打不开，只收 JPG、PNG、WebP 图片。PDF 请先截图或拍照`);
  return transaction(ctx, async (tx): Promise<Result<{ foundingId: string }, Refused>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const way = wayOf(founding.kind);
    if (!kindsNow(way, founding.step).includes(kind)) return refuse('not_now');
    const there = await tx.db.$count(
      foundingFiles,
      and(eq(foundingFiles.foundingId, foundingId), isNull(foundingFiles.removedAt)),
    );
    if (there + drawn.length > most * way.length)
      return bad('too_many_files', `已有 ${there} 张，放不下了，请先撤下不用的`);
    for (const bytes of drawn) {
      const id = newId();
      await tx.db.insert(foundingFiles).values({
        ...{ id, foundingId, kind, contentSealed: sealBytes(bytes, foundingFile(id)) },
        addedBy: accountOf(tx.actor),
        addedAt: tx.now,
      });
    }
    await recordAudit(tx, {
      action: 'add_founding_files',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      after: { kind: fileNames[kind], files: drawn.length },
    });
    return ok({ foundingId });
  });
}

/**
 * Takes a scan out again, with the reason: nobody can open it any more, its line stays. Throws NotFound for a
 * founding outside the officer's area, or a scan that is not in it.
 * @authorized-by lockFounding
 */
export const removeFoundingFile = (
  ctx: Ctx,
  { foundingId, fileId, reason }: RemoveFoundingFileInput,
): Promise<Result<{ foundingId: string }, never>> =>
  transaction(ctx, async (tx): Promise<Result<{ foundingId: string }, never>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const [gone] = await tx.db
      .update(foundingFiles)
      .set({ removedAt: tx.now, removedReason: reason, contentSealed: null })
      .where(
        and(
          eq(foundingFiles.id, fileId),
          eq(foundingFiles.foundingId, foundingId),
          isNull(foundingFiles.removedAt),
        ),
      )
      .returning({ kind: foundingFiles.kind });
    if (!gone) throw new NotFound('founding file');
    await recordAudit(tx, {
      action: 'remove_founding_file',
      entityType: 'founding',
      entityId: foundingId,
      organisationId: founding.placeId,
      before: { kind: fileNames[gone.kind] },
      reason,
    });
    return ok({ foundingId });
  });
