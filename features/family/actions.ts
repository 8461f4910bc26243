'use server';
import { action } from '@/lib/forms/action';
import { addChild } from './commands/add-child';
import { changeChild } from './commands/change-child';
import { confirmGuardian } from './commands/confirm-guardian';
import { endInvitation } from './commands/end-invitation';
import { inviteGuardian } from './commands/invite-guardian';
import { removeChild } from './commands/remove-child';
import {
  addChildInput,
  changeChildInput,
  confirmGuardianInput,
  endInvitationInput,
  inviteGuardianInput,
  removeChildInput,
} from './schema/family';
import { familyWords as words } from './words';

const family = () => '/me/family';

export const addChildAction = action('addChild', addChildInput, addChild, {
  as: 'member',
  receipt: ['childId'],
  redirect: ({ childId }, { next }) => next?.concat(childId) ?? family(),
  secrets: ['consent'],
  words,
});
export const changeChildAction = action('changeChild', changeChildInput, changeChild, {
  as: 'member',
  redirect: family,
  words,
});
export const removeChildAction = action('removeChild', removeChildInput, removeChild, {
  as: 'member',
  redirect: family,
  words,
});
export const inviteGuardianAction = action('inviteGuardian', inviteGuardianInput, inviteGuardian, {
  as: 'member',
  redirect: family,
  words,
});
export const confirmGuardianAction = action(
  'confirmGuardian',
  confirmGuardianInput,
  confirmGuardian,
  { as: 'member', receipt: [], redirect: family, secrets: ['consent'], words },
);
export const endInvitationAction = action('endInvitation', endInvitationInput, endInvitation, {
  as: 'member',
  redirect: family,
  words,
});
