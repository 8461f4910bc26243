'use server';
import { action } from '@/lib/forms/action';
import { correctListLines } from './commands/correct-list-lines';
import { previewUnitList } from './commands/preview-unit-list';
import { remindAllNamed } from './commands/remind-all-named';
import { remindNamed } from './commands/remind-named';
import { replaceNamed } from './commands/replace-named';
import { submitUnitList } from './commands/submit-unit-list';
import { undoUnitList } from './commands/undo-unit-list';
import { unitListHref } from './rules/unit-list-href';
import {
  correctLinesInput,
  handInInput,
  lookThroughInput,
  remindAllInput,
  remindNamedInput,
  replaceNamedInput,
  undoUnitListInput,
} from './schema/unit-list';
import { unitListWords } from './words';

// Chairs: names of a union.
export const lookThroughListAction = action('lookThroughList', lookThroughInput, previewUnitList, {
  as: 'staff',
  receipt: ['listId'],
  words: unitListWords,
  redirect: ({ listId }) => `/desk/unit-lists/${listId}`,
});
export const correctListLinesAction = action(
  'correctListLines',
  correctLinesInput,
  correctListLines,
  {
    as: 'staff',
    receipt: ['listId'],
    words: unitListWords,
    redirect: (_, { listId, ...page }) => `${unitListHref(listId, page)}&done=corrected`,
  },
);
export const handInListAction = action('handInList', handInInput, submitUnitList, {
  as: 'staff',
  receipt: ['listId'],
  keyed: true,
  words: unitListWords,
  redirect: ({ listId }) => `/desk/unit-lists/${listId}?done=handed_in`,
});
export const undoUnitListAction = action('undoUnitList', undoUnitListInput, undoUnitList, {
  as: 'staff',
  receipt: ['listId', 'ended'],
  words: unitListWords,
  redirect: ({ listId, ended }) => `/desk/unit-lists/${listId}?done=undone&n=${ended}`,
});
export const remindNamedAction = action('remindNamed', remindNamedInput, remindNamed, {
  as: 'staff',
  receipt: ['listId', 'rowNo'],
  words: unitListWords,
  redirect: ({ listId, rowNo }) => `/desk/unit-lists/${listId}?done=reminded&row=${rowNo}`,
});
export const remindAllNamedAction = action('remindAllNamed', remindAllInput, remindAllNamed, {
  as: 'staff',
  receipt: ['listId', 'reminded'],
  words: unitListWords,
  redirect: ({ listId, reminded }) => `/desk/unit-lists/${listId}?done=reminded_all&n=${reminded}`,
});
export const replaceNamedAction = action('replaceNamed', replaceNamedInput, replaceNamed, {
  as: 'staff',
  receipt: ['listId', 'rowNo'],
  words: unitListWords,
  redirect: ({ listId, rowNo }) => `/desk/unit-lists/${listId}?done=replaced&row=${rowNo}`,
});
