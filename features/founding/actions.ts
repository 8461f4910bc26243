'use server';
import { action } from '@/lib/forms/action';
import { beginAffair } from './commands/begin-affair';
import { addFirm, beginFounding, removeFirm } from './commands/begin-founding';
import { certifyUnion, establishUnion } from './commands/establish';
import { renewCertificate } from './commands/finish-affair';
import { convokeAssembly, countMembers, reportCandidates } from './commands/gather';
import { addFoundingFiles, removeFoundingFile } from './commands/keep-files';
import { nameCandidate, withdrawCandidate } from './commands/name-candidates';
import {
  abandonFounding,
  applyForFounding,
  approvePreparation,
  registerUnion,
  reportResults,
} from './commands/paper-steps';
import { setContact } from './commands/set-contact';
import { beginAffairInput } from './schema/affair';
import { nameCandidateInput, withdrawCandidateInput } from './schema/candidate';
import {
  abandonInput,
  addFirmInput,
  beginFoundingInput,
  certifyInput,
  convokeInput,
  countMembersInput,
  establishInput,
  paperInput,
  removeFirmInput,
  reportCandidatesInput,
} from './schema/founding';
import { addFilesInput, removeFoundingFileInput, setContactInput } from './schema/papers';
import { foundingWords as words } from './words';

const toFounding = ({ foundingId }: { foundingId: string }) => `/desk/foundings/${foundingId}`;
const staff = { as: 'staff', words, redirect: toFounding } as const;

export const beginFoundingAction = action('beginFounding', beginFoundingInput, beginFounding, {
  ...staff,
  receipt: ['foundingId'],
});
export const addFirmAction = action('addFirm', addFirmInput, addFirm, staff);
export const removeFirmAction = action('removeFirm', removeFirmInput, removeFirm, staff);
export const applyForFoundingAction = action(
  'applyForFounding',
  paperInput,
  applyForFounding,
  staff,
);
export const approvePreparationAction = action(
  'approvePreparation',
  paperInput,
  approvePreparation,
  staff,
);
export const countMembersAction = action('countMembers', countMembersInput, countMembers, staff);
export const nameCandidateAction = action(
  'nameCandidate',
  nameCandidateInput,
  nameCandidate,
  staff,
);
export const withdrawCandidateAction = action(
  'withdrawCandidate',
  withdrawCandidateInput,
  withdrawCandidate,
  staff,
);
export const reportCandidatesAction = action(
  'reportCandidates',
  reportCandidatesInput,
  reportCandidates,
  staff,
);
export const convokeAssemblyAction = action(
  'convokeAssembly',
  convokeInput,
  convokeAssembly,
  staff,
);
export const reportResultsAction = action('reportResults', paperInput, reportResults, staff);
export const establishUnionAction = action('establishUnion', establishInput, establishUnion, staff);
export const registerUnionAction = action('registerUnion', paperInput, registerUnion, staff);
export const certifyUnionAction = action('certifyUnion', certifyInput, certifyUnion, staff);
export const abandonFoundingAction = action(
  'abandonFounding',
  abandonInput,
  abandonFounding,
  staff,
);
export const beginAffairAction = action('beginAffair', beginAffairInput, beginAffair, {
  ...staff,
  receipt: ['foundingId'],
});
export const renewCertificateAction = action(
  'renewCertificate',
  paperInput,
  renewCertificate,
  staff,
);
export const setContactAction = action('setContact', setContactInput, setContact, staff);
export const addFoundingFilesAction = action('addFoundingFiles', addFilesInput, addFoundingFiles, {
  ...staff,
  receipt: ['foundingId'],
});
export const removeFoundingFileAction = action(
  'removeFoundingFile',
  removeFoundingFileInput,
  removeFoundingFile,
  staff,
);
