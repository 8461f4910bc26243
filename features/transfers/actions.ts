'use server';
import { words } from '@/features/applications/words';
import { deskWords } from '@/features/members/words';
import { action } from '@/lib/forms/action';
import { agreeTransfer } from './commands/agree-transfer';
import { appealTransfer } from './commands/appeal-transfer';
import { applyStatusChange } from './commands/apply-status-change';
import { applyWorkChange } from './commands/apply-work-change';
import { askForChange } from './commands/ask-for-change';
import { carryOutCase } from './commands/carry-out-case';
import { changeMembership } from './commands/change-membership';
import { closeTransfer } from './commands/close-transfer';
import { confirmTransfer } from './commands/confirm-transfer';
import { decideTransferAppeal } from './commands/decide-transfer-appeal';
import { dropCase } from './commands/drop-case';
import { openExpulsion } from './commands/open-expulsion';
import { proposeTransfer } from './commands/propose-transfer';
import { recordTalk } from './commands/record-talk';
import { refuseTransfer } from './commands/refuse-transfer';
import { requestTransfer } from './commands/request-transfer';
import { revealCase } from './commands/reveal-case';
import { revealTransferField } from './commands/reveal-transfer-field';
import { startTransfer } from './commands/start-transfer';
import { stopTransfer } from './commands/stop-transfer';
import { urgeTransfer } from './commands/urge-transfer';
import { warnMember } from './commands/warn-member';
import { withdrawRequest } from './commands/withdraw-request';
import { withdrawTransfer } from './commands/withdraw-transfer';
import {
  decideMembershipCaseInput,
  membershipCaseInput,
  openExpulsionInput,
  warnMemberInput,
} from './schema/membership-cases';
import {
  applyRequestInput,
  changeMembershipInput,
  membershipRequestInput,
  talkInput,
} from './schema/membership-request';
import { closeTransferInput, revealTransferInput } from './schema/transfer';
import { transferInput } from './schema/transfer-request';
import {
  agreeTransferInput,
  appealTransferInput,
  decideTransferAppealInput,
  proposeTransferInput,
  refuseTransferInput,
  startTransferInput,
  stopTransferInput,
  transferIdInput,
} from './schema/two-sides';
import { caseWords, transferWords } from './words';

export const requestTransferAction = action('requestTransfer', transferInput, requestTransfer, {
  as: 'member',
  receipt: [],
  cold: true,
  redirect: () => '/join/transfer',
  words,
});

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

export const applyStatusChangeAction = action(
  'applyStatusChange',
  applyRequestInput,
  applyStatusChange,
  {
    as: 'staff',
    redirect: () => '/desk/transfers?done=1',
    words: deskWords,
  },
);

export const recordTalkAction = action('recordTalk', talkInput, recordTalk, {
  as: 'staff',
  redirect: ({ id }) => `/desk/transfers?case=${id}`,
  words: deskWords,
});

export const withdrawRequestAction = action('withdrawRequest', applyRequestInput, withdrawRequest, {
  as: 'member',
  redirect: () => '/me/profile?done=withdrawn',
  words,
});

export const changeMembershipAction = action(
  'changeMembership',
  changeMembershipInput,
  changeMembership,
  {
    as: 'staff',
    redirect: ({ personId }) => `/desk/members/${personId}?done=membership`,
    words: deskWords,
  },
);

const toTransfer = ({ id }: { id: string }) => `/me/transfer/${id}`;

export const startTransferAction = action('startTransfer', startTransferInput, startTransfer, {
  as: 'member',
  receipt: ['id'],
  keyed: true,
  redirect: toTransfer,
  words: transferWords,
});

export const confirmTransferAction = action('confirmTransfer', transferIdInput, confirmTransfer, {
  as: 'member',
  redirect: toTransfer,
  words: transferWords,
});

export const withdrawTransferAction = action(
  'withdrawTransfer',
  transferIdInput,
  withdrawTransfer,
  {
    as: 'member',
    redirect: toTransfer,
    words: transferWords,
  },
);

export const appealTransferAction = action('appealTransfer', appealTransferInput, appealTransfer, {
  as: 'member',
  redirect: toTransfer,
  words: transferWords,
});

export const urgeTransferAction = action('urgeTransfer', agreeTransferInput, urgeTransfer, {
  as: 'member',
  redirect: toTransfer,
  words: transferWords,
});

const toCase = ({ id }: { id: string }) => `/desk/transfers/${id}?done=1`;

export const proposeTransferAction = action(
  'proposeTransfer',
  proposeTransferInput,
  proposeTransfer,
  {
    as: 'staff',
    receipt: ['id'],
    keyed: true,
    redirect: toCase,
    words: transferWords,
  },
);

export const agreeTransferAction = action('agreeTransfer', agreeTransferInput, agreeTransfer, {
  as: 'staff',
  redirect: toCase,
  words: transferWords,
});

export const refuseTransferAction = action('refuseTransfer', refuseTransferInput, refuseTransfer, {
  as: 'staff',
  redirect: toCase,
  words: transferWords,
});

export const stopTransferAction = action('stopTransfer', stopTransferInput, stopTransfer, {
  as: 'staff',
  redirect: toCase,
  words: transferWords,
});

export const decideTransferAppealAction = action(
  'decideTransferAppeal',
  decideTransferAppealInput,
  decideTransferAppeal,
  {
    as: 'staff',
    redirect: toCase,
    words: transferWords,
  },
);

const toMembershipCase = ({ id }: { id: string }) => `/desk/transfers/cases/${id}?done=1`;

export const warnMemberAction = action('warnMember', warnMemberInput, warnMember, {
  as: 'staff',
  receipt: ['id'],
  keyed: true,
  redirect: toMembershipCase,
  words: caseWords,
});

export const openExpulsionAction = action('openExpulsion', openExpulsionInput, openExpulsion, {
  as: 'staff',
  redirect: toMembershipCase,
  words: caseWords,
});

export const revealCaseAction = action('revealCase', membershipCaseInput, revealCase, {
  as: 'staff',
  words: caseWords,
});

export const carryOutCaseAction = action('carryOutCase', decideMembershipCaseInput, carryOutCase, {
  as: 'staff',
  redirect: toMembershipCase,
  words: caseWords,
});

export const dropCaseAction = action('dropCase', decideMembershipCaseInput, dropCase, {
  as: 'staff',
  redirect: toMembershipCase,
  words: caseWords,
});
