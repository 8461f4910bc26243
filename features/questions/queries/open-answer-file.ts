import 'server-only';
import { eq } from 'drizzle-orm';
import {
  answerFileContent,
  answerFileName,
  answerFiles,
  answerSheets,
  answers,
} from '@/db/schema/questions';
import { isOwnChild } from '@/features/identity/queries/own-case';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import { openBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readOnRecord } from '@/lib/transaction';
import type { FileKind } from '../rules/file-kind';
import { findStaffBooking } from './case-answers';

export interface OpenedFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly content: Buffer;
}

async function findFile(tx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('file');
  const [row] = await tx.db
    .select({ file: answerFiles, sheet: answerSheets })
    .from(answerFiles)
    .innerJoin(answers, eq(answers.id, answerFiles.answerId))
    .innerJoin(answerSheets, eq(answerSheets.id, answers.sheetId))
    .where(eq(answerFiles.id, id));
  if (!row) throw new NotFound('file');
  return row;
}

/**
 * One uploaded file, opened: for whoever sent it about themselves, for the child's guardians, and for the offering's own
 * staff, whose look is a line in the audit. For anyone else it does not exist. Throws NotFound then.
 */
export async function openAnswerFile(ctx: Ctx, id: string): Promise<OpenedFile> {
  return readOnRecord(ctx, async (tx) => {
    const { actor } = tx;
    const { file, sheet } = await findFile(tx, id);
    // What was sent for a child belongs to its guardians of today, not to whoever sent it.
    const own = sheet.childId
      ? await isOwnChild(tx, sheet.childId)
      : accountOf(actor) === sheet.accountId;
    if (!own) {
      if (!sheet.bookingId) throw new NotFound('file');
      const booking = await findStaffBooking(tx, sheet.bookingId);
      authorize(actor.kind === 'account');
      await recordAudit(tx, {
        action: 'view_answer_file',
        entityType: 'booking',
        entityId: booking.id,
        organisationId: booking.organiserId,
        after: { file: id, kind: booking.kind },
      });
    }
    return {
      name: openField(file.nameSealed, answerFileName(id)),
      kind: file.kind,
      content: openBytes(file.contentSealed, answerFileContent(id)),
    };
  });
}
