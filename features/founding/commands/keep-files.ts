import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { foundingFile, foundingFiles } from '@/db/schema/foundings';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { redrawn } from '@/lib/documents/picture';
import { type PdfRefusal, refusePdf, saysPdf } from '@/lib/documents/plain-pdf';
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

const pdfWords: Record<PdfRefusal, string> = {
  not_a_pdf: '不完整或不是 PDF，请重新扫描',
  encrypted: '有密码，请去掉密码再传',
  active: '带脚本、附件或能启动程序，不收。请用打印成 PDF 另存一份，或拍照',
  unreadable: '里面的内容读不出来，请用打印成 PDF 另存一份，或拍照',
};

/** One scan as it is stored: a picture drawn anew, without place and camera; a PDF that is only pages. Else why not. */
async function plainScan(bytes: Uint8Array): Promise<Uint8Array | string> {
  if (saysPdf(bytes)) {
    const why = refusePdf(bytes);
    return why ? pdfWords[why] : bytes;
  }
  const picture = await redrawn(bytes, size);
  return picture ? picture.bytes : '打不开，只收 JPG、PNG、WebP 图片和 PDF';
}

/** All of them, or the words for the first that is not taken. */
async function plainScans(files: AddFilesInput['files']): Promise<Uint8Array[] | string> {
  const scans: Uint8Array[] = [];
  for (const { bytes } of files) {
    const scan = await plainScan(bytes);
    if (typeof scan === 'string') return `第 ${scans.length + 1} 份${scan}`;
    scans.push(scan);
  }
  return scans;
}

type Refused = 'bad_file' | 'too_many_files' | 'not_now';

/**
 * Adds scans to a founding: pictures drawn anew, PDFs of nothing but pages, sealed, for sign-in sheets name people. Throws NotFound for a founding
 * outside the officer's area.
 * @authorized-by lockFounding
 * Refuses `bad_file` for what is neither, or a PDF that is locked or can do something; `too_many_files`; `not_now` for a kind that no step needs yet.
 */
export async function addFoundingFiles(
  ctx: Ctx,
  { foundingId, kind, files }: AddFilesInput,
): Promise<Result<{ foundingId: string }, Refused>> {
  // Nobody else's pictures are drawn.
  await read(ctx, (tx) => seenToPrepare(tx, foundingId));
  const { most } = await readSettings(ctx, { most: foundingFilesMost });
  if (files.length > most) return bad('too_many_files', `一次最多 ${most} 份`);
  const scans = await plainScans(files);
  if (typeof scans === 'string') return bad('bad_file', scans);
  return transaction(ctx, async (tx): Promise<Result<{ foundingId: string }, Refused>> => {
    const founding = await lockFounding(tx, foundingId, canPrepareFounding);
    const way = wayOf(founding.kind);
    if (!kindsNow(way, founding.step).includes(kind)) return refuse('not_now');
    const there = await tx.db.$count(
      foundingFiles,
      and(eq(foundingFiles.foundingId, foundingId), isNull(foundingFiles.removedAt)),
    );
    if (there + scans.length > most * way.length)
      return bad('too_many_files', `已有 ${there} 份，放不下了，请先撤下不用的`);
    for (const bytes of scans) {
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
      after: { kind: fileNames[kind], files: scans.length },
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
