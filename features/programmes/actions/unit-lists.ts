'use server';
import { action } from '@/lib/action';
import { handInList } from '../commands/hand-in-list';
import { lookThroughList } from '../commands/look-through-list';
import { undoUnitList } from '../commands/undo-unit-list';
import { handInInput, lookThroughInput, undoUnitListInput } from '../schema/unit-list';
import { unitListWords } from '../words';

// Chairs: names of a union.
export const lookThroughListAction = action('lookThroughList', lookThroughInput, lookThroughList, {
  as: 'staff',
  receipt: ['listId'],
  words: unitListWords,
  redirect: ({ listId }) => `/desk/unit-lists/${listId}`,
});
export const handInListAction = action('handInList', handInInput, handInList, {
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
