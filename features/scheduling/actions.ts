'use server';
import { deskOfferingWords as words } from '@/features/offerings/words';
import { action } from '@/lib/forms/action';
import { addSession } from './commands/add-session';
import { addSlots } from './commands/add-slots';
import { cancelOffering } from './commands/cancel-offering';
import { cancelSession } from './commands/cancel-session';
import { changeOffering } from './commands/change-offering';
import { changeSession } from './commands/change-session';
import { closeOffering } from './commands/close-offering';
import { copyOffering } from './commands/copy-offering';
import { createOffering } from './commands/create-offering';
import { finishOffering } from './commands/finish-offering';
import { mergeSessions } from './commands/merge-sessions';
import { openOffering } from './commands/open-offering';
import { publishOffering } from './commands/publish-offering';
import { undoMerge } from './commands/undo-merge';
import {
  cancelOfferingInput,
  cancelSessionInput,
  changeOfferingInput,
  copyOfferingInput,
  createOfferingInput,
  moveOfferingInput,
  publishOfferingInput,
} from './schema/manage-offering';
import { addSessionInput, addSlotsInput, changeSessionInput } from './schema/manage-session';
import { mergeSessionsInput, undoMergeInput } from './schema/merge';
import { mergeWords } from './words';

const staff = { as: 'staff', words } as const;
const toSettings = (done: string) => ({
  ...staff,
  redirect: ({ offeringId }: { offeringId: string }) =>
    `/desk/offerings/${offeringId}/settings?done=${done}`,
});

// Officers: offerings, sessions, rolls.
export const createOfferingAction = action('createOffering', createOfferingInput, createOffering, {
  ...toSettings('created'),
  receipt: ['offeringId'],
});
export const changeOfferingAction = action(
  'changeOffering',
  changeOfferingInput,
  changeOffering,
  toSettings('changed'),
);
export const copyOfferingAction = action('copyOffering', copyOfferingInput, copyOffering, {
  ...toSettings('copied'),
  receipt: ['offeringId'],
});
export const publishOfferingAction = action(
  'publishOffering',
  publishOfferingInput,
  publishOffering,
  toSettings('published'),
);
export const openOfferingAction = action(
  'openOffering',
  moveOfferingInput,
  openOffering,
  toSettings('opened'),
);
export const closeOfferingAction = action(
  'closeOffering',
  moveOfferingInput,
  closeOffering,
  toSettings('closed'),
);
export const finishOfferingAction = action(
  'finishOffering',
  moveOfferingInput,
  finishOffering,
  toSettings('finished'),
);
export const cancelOfferingAction = action('cancelOffering', cancelOfferingInput, cancelOffering, {
  ...staff,
  redirect: ({ offeringId, told: notified }) =>
    `/desk/offerings/${offeringId}/settings?done=cancelled&told=${notified}`,
});
export const addSessionAction = action('addSession', addSessionInput, addSession, {
  ...toSettings('session_added'),
  receipt: ['offeringId'],
});
export const addSlotsAction = action('addSlots', addSlotsInput, addSlots, {
  ...staff,
  receipt: ['offeringId', 'added'],
  redirect: ({ offeringId, added }) =>
    `/desk/offerings/${offeringId}/settings?done=slots_added&n=${added}`,
});
export const changeSessionAction = action(
  'changeSession',
  changeSessionInput,
  changeSession,
  toSettings('session_changed'),
);
export const cancelSessionAction = action('cancelSession', cancelSessionInput, cancelSession, {
  ...staff,
  redirect: ({ offeringId, told: notified }) =>
    `/desk/offerings/${offeringId}/settings?done=session_cancelled&told=${notified}`,
});

// 并班: two classes become one, and two again while nothing has changed.
const atMerge = (done: string) => (made: { offeringId: string }) =>
  `/desk/offerings/${made.offeringId}/settings/merge?done=${done}`;
export const mergeSessionsAction = action('mergeSessions', mergeSessionsInput, mergeSessions, {
  as: 'staff',
  words: mergeWords,
  keyed: true,
  receipt: ['offeringId', 'mergeId', 'moved', 'stayed'],
  redirect: atMerge('merged'),
});
export const undoMergeAction = action('undoMerge', undoMergeInput, undoMerge, {
  as: 'staff',
  words: mergeWords,
  redirect: atMerge('undone'),
});
