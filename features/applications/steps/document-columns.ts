import 'server-only';
import { applicationDocument } from '@/db/schema/membership';
import { sealField } from '@/lib/crypto/field';
import { documentIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { countAttempt } from '@/lib/limits/rate-limit';
import { type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import type { AnswerColumns } from '../commands/save-answer';
import { type DocumentAnswer, type ReadDocument, readDocument } from '../rules/document';
import { isOfAge } from '../rules/review';
import { documentLimit, minimumAge } from '../settings';
import type { Application } from './open-application';

/** Whoever tries number after number would learn who is on the books (B08). */
/**
 * Reads the document before anything is written, and counts the try.
 * @returns the document, or the words for its field, or `too_many_documents` with the hours to wait
 */
export async function checkDocument(
  ctx: Ctx,
  answer: DocumentAnswer,
): Promise<Result<ReadDocument, 'invalid' | 'too_many_documents'>> {
  const document = readDocument(answer, todayOn(ctx.now));
  if (!document.ok || ctx.actor.kind !== 'account') return document;
  const wait = await countAttempt(ctx, documentLimit, ctx.actor.accountId);
  return wait > 0
    ? refuse('too_many_documents', { detail: { hours: Math.ceil(wait / 3600) } })
    : document;
}

/**
 * The document's columns, sealed for this application's row; or the refusal of someone too young.
 * Refuses `too_young` below the minimum age in years of the setting.
 */
export async function documentColumns(
  tx: Ctx,
  application: Application,
  document: ReadDocument,
): Promise<AnswerColumns | Result<never, 'too_young'>> {
  const rules = await readSettings(tx, { minimumAge });
  if (!isOfAge(document.birthOn, todayOn(tx.now), rules.minimumAge)) {
    const words = `年满 ${rules.minimumAge} 周岁才能入会`;
    return refuse('too_young', { fieldErrors: { idNumber: words } });
  }
  return {
    idType: document.type,
    idSealed: sealField(document.normalised, applicationDocument(application.id)),
    idIndex: documentIndex(document.type, document.normalised),
    idMasked: document.masked,
    sex: document.sex,
    birthOn: document.birthOn,
  };
}
