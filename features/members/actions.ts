'use server';
import { action } from '@/lib/forms/action';
import { revealMemberField } from './commands/reveal-member-field';
import { revealMemberInput } from './schema/reveal';
import { deskWords } from './words';

export const revealMemberFieldAction = action(
  'revealMemberField',
  revealMemberInput,
  revealMemberField,
  {
    as: 'staff',
    words: deskWords,
  },
);
