'use server';
import { action } from '@/lib/forms/action';
import { answerFollowUp } from './commands/answer-follow-up';
import { reissueCertificate, revokeCertificate } from './commands/end-certificate';
import { issueCertificates } from './commands/issue-certificates';
import { endCertificateInput, issueCertificatesInput } from './schema/certificate';
import { answerFollowUpInput } from './schema/follow-up';
import { followUpWords, certificateWords as words } from './words';

const options = {
  as: 'staff',
  words,
  revalidate: ['/desk/offerings'],
} as const;

export const issueCertificatesAction = action(
  'issueCertificates',
  issueCertificatesInput,
  issueCertificates,
  options,
);
export const revokeCertificateAction = action(
  'revokeCertificate',
  endCertificateInput,
  revokeCertificate,
  options,
);
export const reissueCertificateAction = action(
  'reissueCertificate',
  endCertificateInput,
  reissueCertificate,
  options,
);
export const answerFollowUpAction = action('answerFollowUp', answerFollowUpInput, answerFollowUp, {
  as: 'member',
  cold: true,
  words: followUpWords,
  redirect: ({ followUpId }) => `/me/follow-ups/${followUpId}?done=1`,
});
