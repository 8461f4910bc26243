'use server';
import { deskWords } from '@/features/members/words';
import { action } from '@/lib/forms/action';
import { returnTo } from '@/lib/forms/return-to';
import { approveApplication } from './commands/approve-application';
import { undoMany } from './commands/decide-many';
import { rejectApplication } from './commands/reject-application';
import { revealApplicationField } from './commands/reveal-application-field';
import { sendBackApplication } from './commands/send-back-application';
import { undoDecision } from './commands/undo-decision';
import {
  approveInput,
  rejectInput,
  revealInput,
  sendBackInput,
  undoInput,
  undoManyInput,
} from './schema/review';

// The desk: one decision, then the next case; its undo stands in the address for its seconds.
const toNext = (
  decided: { decisionId: string },
  input: { back?: string | undefined; next?: string | undefined },
) => returnTo('/desk', input.back, { case: input.next, undo: decided.decisionId });

// The menu counts what waits: every decision brings the whole desk up to date.
const deciding = { as: 'staff', words: deskWords, revalidate: ['/desk'] } as const;

export const approveApplicationAction = action(
  'approveApplication',
  approveInput,
  approveApplication,
  { ...deciding, receipt: ['decisionId'], redirect: toNext },
);

export const rejectApplicationAction = action('rejectApplication', rejectInput, rejectApplication, {
  ...deciding,
  receipt: ['decisionId'],
  redirect: toNext,
});

export const sendBackApplicationAction = action(
  'sendBackApplication',
  sendBackInput,
  sendBackApplication,
  { ...deciding, receipt: ['decisionId'], redirect: toNext },
);

export const undoDecisionAction = action('undoDecision', undoInput, undoDecision, {
  ...deciding,
  redirect: ({ applicationId }, { back }) =>
    returnTo('/desk', back, { case: applicationId, undo: undefined }),
});

export const undoManyAction = action('undoMany', undoManyInput, undoMany, {
  ...deciding,
  redirect: ({ rows }) => {
    const left = rows.filter((row) => row.reason).length;
    return returnTo('/desk', undefined, { undone: `${rows.length - left}-${left}` });
  },
});

export const revealApplicationFieldAction = action(
  'revealApplicationField',
  revealInput,
  revealApplicationField,
  {
    as: 'staff',
    words: deskWords,
  },
);
