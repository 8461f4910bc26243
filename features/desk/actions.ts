'use server';
import { action } from '@/lib/forms/action';
import { returnTo } from '@/lib/forms/return-to';
import { assignCase } from './commands/assign-case';
import { addNote, removeNote } from './commands/case-notes';
import { prepareBulk } from './commands/prepare-bulk';
import { saveReasons } from './commands/save-reasons';
import { removeFilter, saveFilter } from './commands/saved-filters';
import { startBulk, stopBulk } from './commands/start-bulk';
import { urgeDesk } from './commands/urge-desk';
import {
  approveBulkInput,
  prepareBulkInput,
  refuseBulkInput,
  sendBackBulkInput,
  stopBulkInput,
} from './schema/bulk';
import { addNoteInput, afterNote, assignCaseInput, removeNoteInput } from './schema/case-tools';
import { saveReasonsInput } from './schema/reasons';
import { removeFilterInput, saveFilterInput } from './schema/saved-filters';
import { urgeDeskInput } from './schema/weekly';
import { inboxWords } from './words';

const toRun = ({ runId }: { runId: string }, { back }: { back?: string | undefined }) =>
  returnTo(`/desk/bulk/${runId}`, undefined, { back });
const bulk = { as: 'staff', words: inboxWords, receipt: ['runId'], redirect: toRun } as const;

export const prepareBulkAction = action('prepareBulk', prepareBulkInput, prepareBulk, bulk);
export const approveBulkAction = action('approveBulk', approveBulkInput, startBulk, bulk);
export const refuseBulkAction = action('refuseBulk', refuseBulkInput, startBulk, bulk);
export const sendBackBulkAction = action('sendBackBulk', sendBackBulkInput, startBulk, bulk);
export const stopBulkAction = action('stopBulk', stopBulkInput, stopBulk, bulk);

// What officers have among themselves about a case; the case stays open before them.
const toCase = ({ ref }: { ref: string }, { back }: { back?: string | undefined }) =>
  returnTo('/desk', back, { case: ref });
const among = { as: 'staff', words: inboxWords, redirect: toCase } as const;

export const addNoteAction = action('addNote', addNoteInput, addNote, {
  ...among,
  redirect: afterNote,
  receipt: [],
  keyed: true,
});
export const removeNoteAction = action('removeNote', removeNoteInput, removeNote, {
  ...among,
  redirect: afterNote,
});
export const assignCaseAction = action('assignCase', assignCaseInput, assignCase, among);

// Filters under a name, the federation's reasons, and a desk that is late.
const toList = (_: unknown, { back }: { back?: string | undefined }) => returnTo('/desk', back, {});
const filters = { as: 'staff', words: inboxWords, redirect: toList } as const;

export const saveFilterAction = action('saveFilter', saveFilterInput, saveFilter, filters);
export const removeFilterAction = action('removeFilter', removeFilterInput, removeFilter, filters);
export const saveReasonsAction = action('saveReasons', saveReasonsInput, saveReasons, {
  as: 'staff',
  words: inboxWords,
  redirect: () => '/desk/reasons?saved=1',
});
export const urgeDeskAction = action('urgeDesk', urgeDeskInput, urgeDesk, {
  as: 'staff',
  words: inboxWords,
  redirect: (_, { week }) => returnTo('/desk/weekly', undefined, { week, done: 'urged' }),
});
