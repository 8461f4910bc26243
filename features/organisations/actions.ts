'use server';
import { action } from '@/lib/forms/action';
import { createOrganisation } from './commands/create-organisation';
import { editOrganisation } from './commands/edit-organisation';
import { moveOrganisation } from './commands/move-organisation';
import { addEmployer, editEmployer } from './commands/save-employer';
import { addEmployerInput, editEmployerInput } from './schema/employer';
import {
  createOrganisationInput,
  editOrganisationInput,
  moveOrganisationInput,
} from './schema/organisation';
import { employerWords, organisationWords } from './words';

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

export const moveOrganisationAction = action(
  'moveOrganisation',
  moveOrganisationInput,
  moveOrganisation,
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
