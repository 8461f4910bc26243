'use server';
import { action } from '@/lib/forms/action';
import { beginTakingBack } from './commands/begin-taking-back';
import { beginWriting } from './commands/begin-writing';
import { chooseRows } from './commands/choose-rows';
import { confirmColumns } from './commands/confirm-columns';
import { correctRow } from './commands/correct-row';
import { giveUpImport } from './commands/give-up-import';
import { uploadBook } from './commands/upload-book';
import { reviewHref } from './rules/review-href';
import { correctRowInput } from './schema/correct-row';
import { chooseInput, columnsInput, importInput, uploadInput, writeInput } from './schema/imports';
import { importWords } from './words';

export const uploadBookAction = action('uploadBook', uploadInput, uploadBook, {
  as: 'staff',
  receipt: ['importId', 'again'],
  words: importWords,
  redirect: ({ importId, again }) => reviewHref(importId, again ? { again: '1' } : {}),
});
export const confirmColumnsAction = action('confirmColumns', columnsInput, confirmColumns, {
  as: 'staff',
  receipt: ['importId'],
  words: importWords,
  redirect: ({ importId }) => reviewHref(importId),
});
export const chooseRowsAction = action('chooseRows', chooseInput, chooseRows, {
  as: 'staff',
  receipt: ['importId', 'changed'],
  words: importWords,
  redirect: ({ importId }, { kind, after }) =>
    reviewHref(importId, { kind, after, done: 'chosen' }),
});
export const correctRowAction = action('correctRow', correctRowInput, correctRow, {
  as: 'staff',
  receipt: ['importId', 'kind'],
  words: importWords,
  redirect: ({ importId, kind }) => reviewHref(importId, { done: 'corrected', kind }),
});
export const beginWritingAction = action('beginWriting', writeInput, beginWriting, {
  as: 'staff',
  receipt: ['importId'],
  keyed: true,
  words: importWords,
  redirect: ({ importId }) => reviewHref(importId),
});
export const beginTakingBackAction = action('beginTakingBack', importInput, beginTakingBack, {
  as: 'staff',
  receipt: ['importId'],
  keyed: true,
  words: importWords,
  redirect: ({ importId }) => reviewHref(importId),
});
export const giveUpImportAction = action('giveUpImport', importInput, giveUpImport, {
  as: 'staff',
  receipt: ['importId'],
  words: importWords,
  redirect: () => '/desk/imports?done=given_up',
});
