'use server';
import { action } from '@/lib/forms/action';
import { answerExtension, askExtension } from './commands/extend-term';
import { endOffice, linkHolder, seatHolder } from './commands/keep-holders';
import { enterCertificate, enterTerm } from './commands/keep-terms';
import { answerExtensionInput, askExtensionInput } from './schema/extensions';
import {
  endOfficeInput,
  enterCertificateInput,
  enterTermInput,
  linkHolderInput,
  seatHolderInput,
} from './schema/offices';
import { officeWords as words } from './words';

const toOffices = ({ organisationId }: { organisationId: string }) =>
  `/desk/organisations/${organisationId}/offices`;
const staff = { as: 'staff', words, redirect: toOffices } as const;

export const askExtensionAction = action('askExtension', askExtensionInput, askExtension, {
  ...staff,
  keyed: true,
  receipt: ['organisationId'],
});
export const answerExtensionAction = action(
  'answerExtension',
  answerExtensionInput,
  answerExtension,
  { ...staff, keyed: true, receipt: ['organisationId'] },
);
export const enterTermAction = action('enterTerm', enterTermInput, enterTerm, staff);
export const seatHolderAction = action('seatHolder', seatHolderInput, seatHolder, staff);
export const endOfficeAction = action('endOffice', endOfficeInput, endOffice, staff);
export const linkHolderAction = action('linkHolder', linkHolderInput, linkHolder, staff);
export const enterCertificateAction = action(
  'enterCertificate',
  enterCertificateInput,
  enterCertificate,
  staff,
);
