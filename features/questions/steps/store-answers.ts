import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import {
  answerFileContent,
  answerFileName,
  answerFiles,
  answerSheets,
  answers,
  answerValue,
} from '@/db/schema/questions';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { accountOf } from '@/lib/actor';
import { sealField } from '@/lib/crypto/field';
import { sealBytes } from '@/lib/crypto/sealed-bytes';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { Upload } from '../queries/read-uploads';
import type { SheetRow, StoredAnswerRow } from '../queries/sheet';
import { safeFileName } from '../rules/file-kind';
import type { AnswerValue, Question } from '../rules/question';

interface Storing {
  readonly sheet: SheetRow;
  /** The questions that were asked this time; no others are touched. */
  readonly asked: readonly Question[];
  readonly values: ReadonlyMap<string, AnswerValue>;
  readonly stored: ReadonlyMap<string, StoredAnswerRow>;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The version of the form that is now answered in whole, 0 while it is not. */
  readonly completeVersion: number;
  /** Questions of other sessions: what was answered to them while choosing goes. */
  readonly elsewhere?: readonly string[];
  /** For which session it was prepared. */
  readonly sessionId?: string;
}

/** Sensitive values are bound to their row and column; the rest is plain. */
const storedValue = (question: Question, id: string, value: AnswerValue) =>
  question.sensitive
    ? { value: null, valueSealed: sealField(JSON.stringify(value), answerValue(id)) }
    : { value: { v: value }, valueSealed: null };

async function storeFile(tx: Ctx, answerId: string, fileId: string, upload: Upload) {
  await tx.db.delete(answerFiles).where(eq(answerFiles.answerId, answerId));
  const name = safeFileName(upload.name, upload.kind);
  await tx.db.insert(answerFiles).values({
    id: fileId,
    answerId,
    nameSealed: sealField(name, answerFileName(fileId)),
    kind: upload.kind,
    size: upload.bytes.length,
    contentSealed: sealBytes(upload.bytes, answerFileContent(fileId)),
    uploadedAt: tx.now,
  });
}

async function storeOne(tx: Ctx, s: Storing, question: Question, given: AnswerValue) {
  const earlier = s.stored.get(question.id);
  const id = earlier?.id ?? newId();
  const upload = s.uploads.get(question.id);
  const fileId = newId();
  const value = upload ? { file: fileId, size: upload.bytes.length } : given;
  const row = {
    questionVersion: question.version,
    ...storedValue(question, id, value),
    answeredAt: tx.now,
    withdrawnAt: null,
  };
  if (earlier) await tx.db.update(answers).set(row).where(eq(answers.id, id));
  else
    await tx.db
      .insert(answers)
      .values({ id, sheetId: s.sheet.id, questionId: question.id, ...row });
  if (upload) await storeFile(tx, id, fileId, upload);
  const isNewConsent = question.type === 'consent' && earlier?.version !== question.version;
  if (isNewConsent) await keepConsent(tx, s.sheet, question);
}

/** The purpose under which consents to questions are kept; its version names question and version. */
export const consentPurpose = 'offering_question';
/** Which words were agreed to, as `id:version` of the question. */
export const consentVersion = (q: { id: string; version: number }) => `${q.id}:${q.version}`;

async function keepConsent(tx: Ctx, sheet: SheetRow, q: Question) {
  // A second guardian agrees under their own name.
  const accountId = accountOf(tx.actor) ?? sheet.accountId;
  await recordConsent(
    tx,
    accountId,
    {
      purpose: consentPurpose,
      version: consentVersion(q),
      body: [q.label, q.hint].filter(Boolean).join('\n'),
    },
    { type: 'answer_sheet', id: sheet.id },
  );
}

/** Writes what was judged good, and takes away answers to what is no longer shown or was emptied. */
export async function storeAnswers(tx: Ctx, s: Storing): Promise<void> {
  const others = (s.elsewhere ?? []).filter((id) => s.stored.has(id));
  const emptied = s.asked.flatMap(({ id }) => (s.stored.has(id) && !s.values.has(id) ? [id] : []));
  const gone = [...emptied, ...others];
  if (gone.length > 0) {
    await tx.db
      .delete(answers)
      .where(and(eq(answers.sheetId, s.sheet.id), inArray(answers.questionId, gone)));
  }
  for (const question of s.asked) {
    const value = s.values.get(question.id);
    if (value !== undefined) await storeOne(tx, s, question, value);
  }
  await tx.db
    .update(answerSheets)
    .set({
      completeVersion: s.completeVersion,
      updatedAt: tx.now,
      ...(s.sessionId && { sessionId: s.sessionId }),
    })
    .where(eq(answerSheets.id, s.sheet.id));
}
