'use server';
import { action } from '@/lib/forms/action';
import { dismissCluster, takeCluster } from './commands/answer-cluster';
import { assignEntry, countStaff, listEntry, setStatus } from './commands/change-entry';
import { enterEmployer } from './commands/enter-employer';
import { correctVisit, recordVisit } from './commands/record-visit';
import { dismissClusterInput, takeClusterInput } from './schema/cluster';
import {
  assignEntryInput,
  countStaffInput,
  enterEmployerInput,
  listEntryInput,
  setStatusInput,
} from './schema/entry';
import { correctVisitInput, recordVisitInput } from './schema/visit';
import { registerWords as words } from './words';

const toEntry =
  (done: string) =>
  ({ employerId }: { employerId: string }) =>
    `/desk/register/${employerId}?done=${done}`;

export const enterEmployerAction = action('enterEmployer', enterEmployerInput, enterEmployer, {
  as: 'staff',
  receipt: ['employerId'],
  words,
  redirect: toEntry('entered'),
});
export const setStatusAction = action('setStatus', setStatusInput, setStatus, {
  as: 'staff',
  words,
  redirect: toEntry('status'),
});
export const countStaffAction = action('countStaff', countStaffInput, countStaff, {
  as: 'staff',
  words,
  redirect: toEntry('counted'),
});
export const assignEntryAction = action('assignEntry', assignEntryInput, assignEntry, {
  as: 'staff',
  words,
  redirect: toEntry('assigned'),
});
export const listEntryAction = action('listEntry', listEntryInput, listEntry, {
  as: 'staff',
  words,
  redirect: toEntry('listed'),
});
export const recordVisitAction = action('recordVisit', recordVisitInput, recordVisit, {
  as: 'staff',
  receipt: ['employerId', 'visitId'],
  keyed: true,
  words,
  redirect: toEntry('visited'),
});
export const correctVisitAction = action('correctVisit', correctVisitInput, correctVisit, {
  as: 'staff',
  receipt: ['employerId', 'visitId'],
  keyed: true,
  words,
  redirect: toEntry('corrected'),
});
export const takeClusterAction = action('takeCluster', takeClusterInput, takeCluster, {
  as: 'staff',
  receipt: ['employerId'],
  words,
  redirect: toEntry('taken'),
});
export const dismissClusterAction = action('dismissCluster', dismissClusterInput, dismissCluster, {
  as: 'staff',
  words,
  redirect: () => '/desk/register/clusters?done=dismissed',
});
