'use server';
import { action } from '@/lib/forms/action';
import { addClassStaff } from './commands/add-staff';
import { announceAbsence } from './commands/announce-absence';
import { closeClassNote } from './commands/close-class-note';
import { copyClass } from './commands/copy-class';
import { handOver } from './commands/hand-over';
import { makePickUpCode } from './commands/make-pick-up-code';
import { openClass } from './commands/open-class';
import { printPickUpSheet } from './commands/print-pick-up-sheet';
import { recordCheck } from './commands/record-check';
import { recordChecklist } from './commands/record-checklist';
import { recordIncident } from './commands/record-incident';
import { removeClassStaff } from './commands/remove-staff';
import { revealHealth } from './commands/reveal-health';
import { savePickUpList } from './commands/save-pick-up-list';
import { signInChild } from './commands/sign-in';
import { undoSignIn } from './commands/undo-sign-in';
import { writeClassNote } from './commands/write-class-note';
import {
  addClassStaffInput,
  childRecordInput,
  classInput,
  classStaffInput,
  closeClassNoteInput,
  copyClassInput,
  handOverInput,
  printPickUpInput,
  recordCheckInput,
  recordChecklistInput,
  recordIncidentInput,
  signInInput,
  writeClassNoteInput,
} from './schema/class';
import { absenceInput, makeCodeInput, pickUpListInput } from './schema/guardian';
import { childcareWords as words } from './words';

const staffPage = ({ offeringId, sessionId }: { offeringId: string; sessionId: string }) =>
  `/desk/offerings/${offeringId}/staff?session=${sessionId}`;

export const addClassStaffAction = action('addClassStaff', addClassStaffInput, addClassStaff, {
  as: 'staff',
  redirect: staffPage,
  words,
});
export const copyClassAction = action('copyClass', copyClassInput, copyClass, {
  as: 'staff',
  redirect: staffPage,
  words,
});
export const recordCheckAction = action('recordCheck', recordCheckInput, recordCheck, {
  as: 'staff',
  redirect: staffPage,
  words,
});
export const removeClassStaffAction = action(
  'removeClassStaff',
  classStaffInput,
  removeClassStaff,
  {
    as: 'staff',
    redirect: staffPage,
    words,
  },
);
export const recordChecklistAction = action(
  'recordChecklist',
  recordChecklistInput,
  recordChecklist,
  {
    as: 'staff',
    redirect: staffPage,
    words,
  },
);
export const openClassAction = action('openClass', classInput, openClass, {
  as: 'staff',
  redirect: staffPage,
  words,
});

const classPage = ({ sessionId }: { sessionId: string }) => `/class/${sessionId}`;
const incidentsPage = ({ sessionId }: { sessionId: string }) => `/class/${sessionId}/incidents`;
const guardianPage = ({ bookingId }: { bookingId: string }) => `/me/bookings/${bookingId}/class`;

export const signInChildAction = action('signInChild', signInInput, signInChild, {
  as: 'member',
  redirect: classPage,
  words,
});
export const undoSignInAction = action('undoSignIn', signInInput, undoSignIn, {
  as: 'member',
  redirect: classPage,
  words,
});
export const handOverAction = action('handOver', handOverInput, handOver, {
  as: 'member',
  redirect: classPage,
  secrets: ['code'],
  words,
});
export const revealHealthAction = action('revealHealth', childRecordInput, revealHealth, {
  as: 'member',
  words,
});
export const printPickUpSheetAction = action(
  'printPickUpSheet',
  printPickUpInput,
  printPickUpSheet,
  { as: 'member', words },
);
export const writeClassNoteAction = action('writeClassNote', writeClassNoteInput, writeClassNote, {
  as: 'member',
  receipt: ['sessionId'],
  keyed: true,
  redirect: classPage,
  words,
});
export const closeClassNoteAction = action('closeClassNote', closeClassNoteInput, closeClassNote, {
  as: 'member',
  redirect: classPage,
  words,
});
export const recordIncidentAction = action('recordIncident', recordIncidentInput, recordIncident, {
  as: 'member',
  receipt: ['sessionId'],
  redirect: incidentsPage,
  words,
});
export const announceAbsenceAction = action('announceAbsence', absenceInput, announceAbsence, {
  as: 'member',
  redirect: guardianPage,
  words,
});
export const makePickUpCodeAction = action('makePickUpCode', makeCodeInput, makePickUpCode, {
  as: 'member',
  redirect: guardianPage,
  words,
});
export const savePickUpListAction = action('savePickUpList', pickUpListInput, savePickUpList, {
  as: 'member',
  redirect: guardianPage,
  secrets: ['consent'],
  words,
});
