'use server';
import { action } from '@/lib/forms/action';
import { createOrganisation } from './commands/create-organisation';
import { editOrganisation } from './commands/edit-organisation';
import { lookThroughEmployers, lookThroughTree } from './commands/look-through-paste';
import { pasteEmployers } from './commands/paste-employers';
import { pasteTree } from './commands/paste-tree';
import { addEmployer, editEmployer } from './commands/save-employer';
import { addEmployerInput, editEmployerInput } from './schema/employer';
import { createOrganisationInput, editOrganisationInput } from './schema/organisation';
import { lookThroughPasteInput, pasteInput } from './schema/paste';
import { employerWords, organisationWords, pasteWords } from './words';

const page = ({ id }: { id: string }) => `/desk/organisations?id=${id}`;

export const createOrganisationAction = action(
  'createOrganisation',
  createOrganisationInput,
  createOrganisation,
  { as: 'staff', receipt: ['id'], words: organisationWords, redirect: page },
);

export const editOrganisationAction = action(
  'editOrganisation',
  editOrganisationInput,
  editOrganisation,
  {
    as: 'staff',
    words: organisationWords,
    redirect: page,
  },
);

export const addEmployerAction = action('addEmployer', addEmployerInput, addEmployer, {
  as: 'staff',
  receipt: [],
  words: employerWords,
  redirect: () => '/desk/organisations/employers',
});

export const editEmployerAction = action('editEmployer', editEmployerInput, editEmployer, {
  as: 'staff',
  receipt: [],
  words: employerWords,
  redirect: () => '/desk/organisations/employers',
});

export const lookThroughTreeAction = action(
  'lookThroughTree',
  lookThroughPasteInput,
  lookThroughTree,
  { as: 'staff', words: pasteWords },
);

export const pasteTreeAction = action('pasteTree', pasteInput, pasteTree, {
  as: 'staff',
  receipt: ['made'],
  keyed: true,
  words: pasteWords,
  redirect: ({ made }) => `/desk/organisations/paste?made=${made}`,
});

export const lookThroughEmployersAction = action(
  'lookThroughEmployers',
  lookThroughPasteInput,
  lookThroughEmployers,
  { as: 'staff', words: pasteWords },
);

export const pasteEmployersAction = action('pasteEmployers', pasteInput, pasteEmployers, {
  as: 'staff',
  receipt: ['made'],
  keyed: true,
  words: pasteWords,
  redirect: ({ made }) => `/desk/organisations/employers/paste?made=${made}`,
});
