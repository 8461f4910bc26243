'use server';
import { deskWords } from '@/features/members/words';
import { action } from '@/lib/action';
import { onward } from '@/lib/onward';
import { applyWorkChange } from './commands/apply-work-change';
import { approveApplication } from './commands/approve-application';
import { approveMany, undoMany } from './commands/approve-many';
import { askForChange } from './commands/ask-for-change';
import { closeTransfer } from './commands/close-transfer';
import { enterAtCounter } from './commands/enter-at-counter';
import { joinByCode } from './commands/join-by-code';
import { rebindPhone } from './commands/rebind-phone';
import { rejectApplication } from './commands/reject-application';
import { requestTransfer } from './commands/request-transfer';
import { resubmitApplication } from './commands/resubmit-application';
import { revealApplicationField, revealTransferField } from './commands/reveal-field';
import { saveDocument } from './commands/save-document';
import { saveName } from './commands/save-name';
import { saveOccupation } from './commands/save-occupation';
import { saveEmployer, saveIndustry, saveTown } from './commands/save-workplace';
import { sendBackApplication } from './commands/send-back-application';
import { resendCounterCode, sendCounterCode, sendRebindCode } from './commands/send-counter-code';
import { submitApplication } from './commands/submit-application';
import { undoDecision } from './commands/undo-decision';
import { withdrawApplication } from './commands/withdraw-application';
import { pathAfterAnswer } from './rules/paths';
import {
  counterInput,
  counterPhoneInput,
  counterResendInput,
  rebindCodeInput,
  rebindPhoneInput,
} from './schema/counter';
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
} from './schema/joining';
import { applyRequestInput, membershipRequestInput } from './schema/membership-request';
import {
  approveInput,
  approveManyInput,
  rejectInput,
  revealInput,
  sendBackInput,
  undoInput,
  undoManyInput,
} from './schema/review';
import { closeTransferInput, revealTransferInput } from './schema/transfer';
import { counterWords, words } from './words';

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

export const requestTransferAction = action('requestTransfer', transferInput, requestTransfer, {
  as: 'member',
  receipt: [],
  cold: true,
  redirect: () => '/join/transfer',
  words,
});

// The desk: one decision, then the next case; its undo stands in the address for ten seconds.
const toNext = (
  decided: { decisionId: string },
  input: { back?: string | undefined; next?: string | undefined },
) => onward('/desk', input.back, { case: input.next, undo: decided.decisionId });

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
    onward('/desk', back, { case: applicationId, undo: undefined }),
});

export const approveManyAction = action('approveMany', approveManyInput, approveMany, {
  ...deciding,
});

export const undoManyAction = action('undoMany', undoManyInput, undoMany, {
  ...deciding,
  redirect: ({ rows }) => {
    const kept = rows.filter((row) => row.reason).length;
    return onward('/desk', undefined, { undone: `${rows.length - kept}-${kept}` });
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

export const closeTransferAction = action('closeTransfer', closeTransferInput, closeTransfer, {
  as: 'staff',
  redirect: () => '/desk/transfers?done=1',
  words: deskWords,
});

export const revealTransferFieldAction = action(
  'revealTransferField',
  revealTransferInput,
  revealTransferField,
  {
    as: 'staff',
    words: deskWords,
  },
);

// 代办: the worker's code first, then one form; the receipt shows the number to note down.
const toCounterForm = ({ to }: { to: string }) => `/desk/counter/form?to=${encodeURIComponent(to)}`;

export const sendCounterCodeAction = action('sendCounterCode', counterPhoneInput, sendCounterCode, {
  as: 'staff',
  redirect: toCounterForm,
  words: counterWords,
});

export const resendCounterCodeAction = action(
  'resendCounterCode',
  counterResendInput,
  resendCounterCode,
  {
    as: 'staff',
    redirect: toCounterForm,
    words: counterWords,
  },
);

export const enterAtCounterAction = action('enterAtCounter', counterInput, enterAtCounter, {
  as: 'staff',
  receipt: ['number', 'dueOn'],
  redirect: ({ number, dueOn }) => `/desk/counter/done?number=${number}&due=${dueOn}`,
  secrets: ['code'],
  words: counterWords,
});

export const askForChangeAction = action('askForChange', membershipRequestInput, askForChange, {
  as: 'member',
  redirect: () => '/me/profile?done=1',
  words,
});

export const applyWorkChangeAction = action('applyWorkChange', applyRequestInput, applyWorkChange, {
  as: 'staff',
  redirect: () => '/desk/transfers?done=1',
  words: deskWords,
});

// 窗口换绑: the new phone's code, then the document; back on the member's page.
export const sendRebindCodeAction = action('sendRebindCode', rebindCodeInput, sendRebindCode, {
  as: 'staff',
  redirect: ({ personId, to }) => `/desk/members/${personId}?to=${encodeURIComponent(to)}`,
  words: counterWords,
});

export const rebindPhoneAction = action('rebindPhone', rebindPhoneInput, rebindPhone, {
  as: 'staff',
  redirect: ({ personId }) => `/desk/members/${personId}?done=phone`,
  secrets: ['code', 'idNumber'],
  words: counterWords,
});
