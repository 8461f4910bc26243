'use server';
import { action } from '@/lib/action';
import { joinByCode } from './commands/join-by-code';
import { requestTransfer } from './commands/request-transfer';
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
  transferInput,
  withdrawInput,
} from './schema';
import { words } from './words';

export const joinByCodeAction = action(joinByCodeInput, joinByCode, {
  as: 'member',
  redirect: (saved) => pathAfterAnswer(saved),
  words,
});

export const saveNameAction = action(nameInput, saveName, {
  as: 'member',
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveDocumentAction = action(documentInput, saveDocument, {
  as: 'member',
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveOccupationAction = action(occupationInput, saveOccupation, {
  as: 'member',
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveEmployerAction = action(employerInput, saveEmployer, {
  as: 'member',
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveTownAction = action(townInput, saveTown, {
  as: 'member',
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const saveIndustryAction = action(industryInput, saveIndustry, {
  as: 'member',
  redirect: (saved, { from }) => pathAfterAnswer(saved, from),
  words,
});

export const submitApplicationAction = action(submitInput, submitApplication, {
  as: 'member',
  redirect: (placed) => `/applications/${placed.id}/receipt`,
  words,
});

export const resubmitApplicationAction = action(resubmitInput, resubmitApplication, {
  as: 'member',
  redirect: (placed) => `/applications/${placed.id}/receipt`,
  words,
});

export const withdrawApplicationAction = action(withdrawInput, withdrawApplication, {
  as: 'member',
  redirect: (withdrawn) => `/applications/${withdrawn.id}`,
  words,
});

export const requestTransferAction = action(transferInput, requestTransfer, {
  as: 'member',
  redirect: () => '/join/transfer',
  words,
});
