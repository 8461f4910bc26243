'use server';
import { action } from '@/lib/forms/action';
import { applyCorrection } from './commands/apply-correction';
import { correctAtCounter } from './commands/correct-at-counter';
import { prepareCorrection } from './commands/prepare-correction';
import { refuseCorrection } from './commands/refuse-correction';
import { sendCorrection } from './commands/send-correction';
import { withdrawCorrection } from './commands/withdraw-correction';
import {
  applyInput,
  counterCorrectionInput,
  prepareInput,
  refuseInput,
  sendInput,
  withdrawCorrectionInput,
} from './schema';
import { deskCorrectionWords, correctionWords as words } from './words';

const toCase = ({ id }: { id: string }) => `/me/corrections/${id}`;

export const prepareCorrectionAction = action(
  'prepareCorrection',
  prepareInput,
  prepareCorrection,
  {
    as: 'member',
    redirect: toCase,
    words,
  },
);
export const sendCorrectionAction = action('sendCorrection', sendInput, sendCorrection, {
  as: 'member',
  redirect: toCase,
  words,
});
export const withdrawCorrectionAction = action(
  'withdrawCorrection',
  withdrawCorrectionInput,
  withdrawCorrection,
  { as: 'member', redirect: () => '/me/corrections?done=withdrawn', words },
);

const desk = { as: 'staff', words: deskCorrectionWords } as const;
const ofLeft = (left: number) => (left > 0 ? `&left=${left}` : '');

export const applyCorrectionAction = action('applyCorrection', applyInput, applyCorrection, {
  ...desk,
  redirect: ({ left }) => `/desk/corrections?done=corrected${ofLeft(left)}`,
});
export const refuseCorrectionAction = action('refuseCorrection', refuseInput, refuseCorrection, {
  ...desk,
  redirect: () => '/desk/corrections?done=refused',
});
export const correctAtCounterAction = action(
  'correctAtCounter',
  counterCorrectionInput,
  correctAtCounter,
  {
    ...desk,
    redirect: ({ personId, left }) => `/desk/members/${personId}?done=corrected${ofLeft(left)}`,
  },
);
