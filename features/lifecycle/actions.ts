'use server';
import { action } from '@/lib/forms/action';
import { closeOrganisation } from './commands/close-organisation';
import { moveOrganisation } from './commands/move-organisation';
import { closeOrganisationInput, moveOrganisationInput } from './schema';
import { closingWords, movingWords } from './words';

export const closeOrganisationAction = action(
  'closeOrganisation',
  closeOrganisationInput,
  closeOrganisation,
  {
    as: 'staff',
    words: closingWords,
    redirect: ({ parentId }) => `/desk/organisations?id=${parentId}`,
  },
);

export const moveOrganisationAction = action(
  'moveOrganisation',
  moveOrganisationInput,
  moveOrganisation,
  {
    as: 'staff',
    words: movingWords,
    redirect: ({ id }) => `/desk/organisations?id=${id}`,
  },
);
