import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { DocumentInput } from '../schema/joining';
import { checkDocument, documentColumns } from '../steps/document-columns';
import { saveAnswer } from './save-answer';

/** Saves the identity document; sex and birth date come out of it and are locked (domain.md §1.2). */
export async function saveDocument(ctx: Ctx, input: DocumentInput) {
  const document = await checkDocument(ctx, input);
  if (!document.ok) return document;
  return saveAnswer(ctx, ['id'], (tx, application) =>
    documentColumns(tx, application, document.value),
  );
}
