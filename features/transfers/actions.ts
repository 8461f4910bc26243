'use server';
import { words } from '@/features/applications/words';
import { deskWords } from '@/features/members/words';
import { action } from '@/lib/forms/action';
import { applyStatusChange } from './commands/apply-status-change';
import { applyWorkChange } from './commands/apply-work-change';
import { askForChange } from './commands/ask-for-change';
import { changeMembership } from './commands/change-membership';
import { closeTransfer } from './commands/close-transfer';
import { recordTalk } from './commands/record-talk';
import { requestTransfer } from './commands/request-transfer';
import { revealTransferField } from './commands/reveal-transfer-field';
import { withdrawRequest } from './commands/withdraw-request';
import {
  applyRequestInput,
  changeMembershipInput,
  membershipRequestInput,
  talkInput,
} from './schema/membership-request';
import { closeTransferInput, revealTransferInput } from './schema/transfer';
import { transferInput } from './schema/transfer-request';

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
