'use server';
import { action } from '@/lib/forms/action';
import { endSecondment } from './commands/end-secondment';
import { enterSecondment } from './commands/enter-secondment';
import { endSecondmentInput, enterSecondmentInput } from './schema';
import { secondmentWords as words } from './words';

const toMember = ({ personId }: { personId: string }) =>
  `/desk/members/${personId}?done=secondment`;

export const enterSecondmentAction = action(
  'enterSecondment',
  enterSecondmentInput,
  enterSecondment,
  { as: 'staff', words, redirect: toMember },
);

export const endSecondmentAction = action('endSecondment', endSecondmentInput, endSecondment, {
  as: 'staff',
  words,
  redirect: toMember,
});
