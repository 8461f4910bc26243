'use server';

import { action } from '@/lib/forms/action';
import { joinByCode } from './commands/join-by-code';
import { resubmitApplication } from './commands/resubmit-application';
import { saveDocument } from './commands/save-document';
import { saveName } from './commands/save-name';
import { saveOccupation } from './commands/save-occupation';
import { saveEmployer, saveIndustry, saveTown } from './commands/save-workplace';
import { submitApplication } from './commands/submit-application';
import { withdrawApplication } from './commands/withdraw-application';
import { pathAfterAnswer } from './rules/paths';
import {
  documentInput,
  employerInput,
  industryInput,
  joinByCodeInput,
  nameInput,
  occupationInput,
  resubmitInput,
  submitInput,
  townInput,
  withdrawInput,
} from './schema/joining';
import { words } from './words';

export const joinByCodeAction = action('joinByCode', joinByCodeInput, joinByCode, {
  as: 'member',
  cold: true,
  redirect: (saved) => pathAfterAnswer(saved),
  words,
});

export const saveNameAction = action('saveName', nameInput, saveName, {
  as: 'member',
  cold: true,
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveDocumentAction = action('saveDocument', documentInput, saveDocument, {
  as: 'member',
  cold: true,
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveOccupationAction = action('saveOccupation', occupationInput, saveOccupation, {
  as: 'member',
  cold: true,
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveEmployerAction = action('saveEmployer', employerInput, saveEmployer, {
  as: 'member',
  cold: true,
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveTownAction = action('saveTown', townInput, saveTown, {
  as: 'member',
  cold: true,
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveIndustryAction = action('saveIndustry', industryInput, saveIndustry, {
  as: 'member',
  cold: true,
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const submitApplicationAction = action('submitApplication', submitInput, submitApplication, {
  as: 'member',
  receipt: ['id'],
  cold: true,
  redirect: (placed) => `/applications/${placed.id}/receipt`,
  words,
});

export const resubmitApplicationAction = action(
  'resubmitApplication',
  resubmitInput,
  resubmitApplication,
  {
    as: 'member',
    receipt: ['id'],
    cold: true,
    redirect: (placed) => `/applications/${placed.id}/receipt`,
    words,
  },
);

export const withdrawApplicationAction = action(
  'withdrawApplication',
  withdrawInput,
  withdrawApplication,
  {
    as: 'member',
    receipt: ['id'],
    cold: true,
    redirect: (withdrawn) => `/applications/${withdrawn.id}`,
    words,
  },
);
