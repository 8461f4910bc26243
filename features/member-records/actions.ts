'use server';
import { action } from '@/lib/forms/action';
import { correctEthnicity } from './commands/correct-ethnicity';
import { fillRecord } from './commands/fill-record';
import { revealRecordField } from './commands/reveal-record-field';
import { correctEthnicityInput, fillRecordInput, revealRecordInput } from './schema';
import { recordWords as words } from './words';

export const fillRecordAction = action('fillRecord', fillRecordInput, fillRecord, {
  as: 'member',
  words,
  redirect: () => '/me/record?done=saved',
});
export const revealRecordFieldAction = action(
  'revealRecordField',
  revealRecordInput,
  revealRecordField,
  { as: 'staff', words },
);
export const correctEthnicityAction = action(
  'correctEthnicity',
  correctEthnicityInput,
  correctEthnicity,
  { as: 'staff', words, redirect: ({ personId }) => `/desk/members/${personId}?done=corrected` },
);
