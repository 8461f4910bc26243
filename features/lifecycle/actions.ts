'use server';
import { action } from '@/lib/forms/action';
import { closeOrganisation } from './commands/close-organisation';
import { closeOrganisationInput } from './schema';
import { closingWords } from './words';

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
