'use server';
import { action } from '@/lib/forms/action';
import { markDifferent } from './commands/mark-different';
import { mergeEmployers } from './commands/merge-employers';
import { mergePeople } from './commands/merge-people';
import { pairRecords } from './commands/pair-records';
import { separateRecords } from './commands/separate-records';
import {
  markDifferentInput,
  mergeEmployersInput,
  mergePeopleInput,
  pairRecordsInput,
  separateRecordsInput,
} from './schema/duplicates';
import { duplicatesWords as words } from './words';

const toMerge =
  (done: string) =>
  ({ mergeId }: { mergeId: string }) =>
    `/desk/duplicates/merges/${mergeId}?done=${done}`;

export const markDifferentAction = action('markDifferent', markDifferentInput, markDifferent, {
  as: 'staff',
  words,
  redirect: ({ kind }) => `/desk/duplicates?kind=${kind}&done=different`,
});
export const mergePeopleAction = action('mergePeople', mergePeopleInput, mergePeople, {
  as: 'staff',
  receipt: ['mergeId'],
  words,
  redirect: toMerge('merged'),
});
export const mergeEmployersAction = action('mergeEmployers', mergeEmployersInput, mergeEmployers, {
  as: 'staff',
  receipt: ['mergeId'],
  words,
  redirect: toMerge('merged'),
});
export const separateRecordsAction = action(
  'separateRecords',
  separateRecordsInput,
  separateRecords,
  {
    as: 'staff',
    receipt: ['mergeId'],
    words,
    redirect: toMerge('undone'),
  },
);
export const pairRecordsAction = action('pairRecords', pairRecordsInput, pairRecords, {
  as: 'staff',
  receipt: ['pairId'],
  words,
  redirect: ({ pairId }) => `/desk/duplicates/${pairId}`,
});
