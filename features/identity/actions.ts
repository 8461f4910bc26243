'use server';
import { action } from '@/lib/forms/action';
import { acceptInvitation } from './commands/accept-invitation';
import { becomeMember } from './commands/become-member';
import { beginOfficerSignIn } from './commands/begin-officer-sign-in';
import { changePhone, requestPhoneChange } from './commands/change-phone';
import { changeTerm } from './commands/change-term';
import { endDevice, endOtherDevices, signOut } from './commands/end-session';
import { enrolSecondFactor } from './commands/enrol-second-factor';
import { finishOfficerSignIn } from './commands/finish-officer-sign-in';
import { grantRole } from './commands/grant-role';
import { inviteOfficer } from './commands/invite-officer';
import { linkIdentity, unlinkIdentity } from './commands/link-identity';
import { endDeputy, nameDeputy } from './commands/name-deputy';
import { disownAccount, proveIdentity } from './commands/prove-identity';
import { renewRecoveryCodes, signInWithRecoveryCode } from './commands/recovery-codes';
import { requestCode, resendCode } from './commands/request-code';
import { revokeRole } from './commands/revoke-role';
import { saveDisplay } from './commands/save-display';
import { requestPasswordCode, setPassword } from './commands/set-password';
import { signInWithCode } from './commands/sign-in-with-code';
import { signInWithPassword } from './commands/sign-in-with-password';
import { stepUp } from './commands/step-up';
import { disableAccount, enableAccount, resetSecondFactor } from './commands/stop-account';
import { withdrawInvitation } from './commands/withdraw-invitation';
import {
  changePhoneInput,
  displayInput,
  linkInput,
  newPhoneInput,
  sessionInput,
  setPasswordInput,
  unlinkInput,
} from './schema/account';
import { endDeputyInput, nameDeputyInput } from './schema/deputy';
import {
  accountReasonInput,
  changeTermInput,
  grantRoleInput,
  inviteOfficerInput,
  revokeRoleInput,
  roleInvitationInput,
} from './schema/roles';
import {
  nothing,
  notMineInput,
  passwordInput,
  proveIdentityInput,
  recoveryCodeInput,
  requestCodeInput,
  resendCodeInput,
  secondFactorInput,
  signInWithCodeInput,
} from './schema/sign-in';
import {
  afterCode,
  afterDisowning,
  afterOfficerPassword,
  codePage,
  deskAfterSignIn,
  homeOf,
  rolePage,
} from './schema/ways-on';
import { accountWords, deputyWords, linkWords, roleWords, signInWords } from './words';

/** Where a session begins, and by which way in. */
const session = <S>(value: { session?: S }) => value.session;
const bySms = { way: 'sms', session } as const;
const byPassword = { way: 'password', session } as const;
const asOfficer = { way: 'officer', session } as const;
const entering = { as: 'anyone', words: signInWords } as const;
const proving = {
  as: 'member',
  enters: asOfficer,
  secrets: ['code'],
  words: signInWords,
} as const;
const own = { as: 'member', words: accountWords } as const;
const overOthers = { as: 'staff', words: roleWords } as const;

// Signing in
export const requestCodeAction = action('requestCode', requestCodeInput, requestCode, {
  as: 'anyone',
  redirect: codePage,
  words: signInWords,
});
export const resendCodeAction = action('resendCode', resendCodeInput, resendCode, {
  as: 'anyone',
  redirect: codePage,
  words: signInWords,
});
export const signInWithCodeAction = action('signInWithCode', signInWithCodeInput, signInWithCode, {
  ...entering,
  enters: bySms,
  redirect: afterCode,
  secrets: ['code'],
});
export const proveIdentityAction = action('proveIdentity', proveIdentityInput, proveIdentity, {
  ...entering,
  enters: bySms,
  redirect: homeOf,
  secrets: ['idNumber'],
});
export const disownAccountAction = action('disownAccount', notMineInput, disownAccount, {
  ...entering,
  enters: bySms,
  redirect: afterDisowning,
});
export const signInWithPasswordAction = action(
  'signInWithPassword',
  passwordInput,
  signInWithPassword,
  {
    ...entering,
    enters: byPassword,
    redirect: homeOf,
    secrets: ['password'],
  },
);
export const beginOfficerSignInAction = action(
  'beginOfficerSignIn',
  passwordInput,
  beginOfficerSignIn,
  {
    ...entering,
    enters: asOfficer,
    redirect: afterOfficerPassword,
    secrets: ['password'],
  },
);
export const finishOfficerSignInAction = action(
  'finishOfficerSignIn',
  secondFactorInput,
  finishOfficerSignIn,
  {
    ...proving,
    redirect: deskAfterSignIn,
  },
);
export const enrolSecondFactorAction = action(
  'enrolSecondFactor',
  secondFactorInput,
  enrolSecondFactor,
  {
    ...proving,
    redirect: () => '/staff/recovery-codes',
  },
);
export const signInWithRecoveryCodeAction = action(
  'signInWithRecoveryCode',
  recoveryCodeInput,
  signInWithRecoveryCode,
  {
    ...proving,
    redirect: deskAfterSignIn,
  },
);
export const renewRecoveryCodesAction = action('renewRecoveryCodes', nothing, renewRecoveryCodes, {
  ...overOthers,
});
export const stepUpAction = action('stepUp', secondFactorInput, stepUp, {
  as: 'staff',
  redirect: deskAfterSignIn,
  secrets: ['code'],
  words: signInWords,
});
export const becomeMemberAction = action('becomeMember', nothing, becomeMember, {
  as: 'staff',
  enters: asOfficer,
  redirect: () => '/me',
});
export const signOutAction = action('signOut', nothing, signOut, {
  as: 'anyone',
  leaves: true,
  redirect: () => '/signed-out',
});

// One's own account
export const endDeviceAction = action('endDevice', sessionInput, endDevice, {
  ...own,
  revalidate: ['/me/devices'],
});
export const endOtherDevicesAction = action('endOtherDevices', nothing, endOtherDevices, {
  ...own,
  revalidate: ['/me/devices'],
});
export const requestPhoneChangeAction = action(
  'requestPhoneChange',
  newPhoneInput,
  requestPhoneChange,
  {
    ...own,
    redirect: (value) => `/me/phone?to=${encodeURIComponent(value.to)}`,
  },
);
export const changePhoneAction = action('changePhone', changePhoneInput, changePhone, {
  ...own,
  redirect: () => '/me?done=phone',
  secrets: ['oldCode', 'newCode'],
});
export const requestPasswordCodeAction = action(
  'requestPasswordCode',
  nothing,
  requestPasswordCode,
  {
    ...own,
    redirect: () => '/me/password?sent=1',
  },
);
export const setPasswordAction = action('setPassword', setPasswordInput, setPassword, {
  ...own,
  redirect: () => '/me?done=password',
  secrets: ['password', 'code'],
});

export const linkIdentityAction = action('linkIdentity', linkInput, linkIdentity, {
  as: 'member',
  words: linkWords,
  redirect: () => '/me/sign-ins?done=linked',
});
export const unlinkIdentityAction = action('unlinkIdentity', unlinkInput, unlinkIdentity, {
  as: 'member',
  words: linkWords,
  redirect: () => '/me/sign-ins?done=unlinked',
});

export const saveDisplayAction = action('saveDisplay', displayInput, saveDisplay, {
  as: 'anyone',
  redirect: () => '/me/display?saved=1',
});

// One's own roles, lent
const lending = { as: 'staff', words: deputyWords, receipt: ['deputyshipId'] } as const;
export const nameDeputyAction = action('nameDeputy', nameDeputyInput, nameDeputy, {
  ...lending,
  keyed: true,
  redirect: () => '/desk/account/deputy?done=named',
});
export const endDeputyAction = action('endDeputy', endDeputyInput, endDeputy, {
  ...lending,
  redirect: () => '/desk/account/deputy?done=ended',
});

// Other people's roles
export const grantRoleAction = action('grantRole', grantRoleInput, grantRole, {
  ...overOthers,
  redirect: rolePage('granted'),
});
export const revokeRoleAction = action('revokeRole', revokeRoleInput, revokeRole, {
  ...overOthers,
  redirect: rolePage('revoked'),
});
export const changeTermAction = action('changeTerm', changeTermInput, changeTerm, {
  ...overOthers,
  redirect: rolePage('term'),
});
export const inviteOfficerAction = action('inviteOfficer', inviteOfficerInput, inviteOfficer, {
  ...overOthers,
  receipt: ['invitationId'],
  keyed: true,
  redirect: () => '/desk/roles?done=invited',
});
export const withdrawInvitationAction = action(
  'withdrawInvitation',
  roleInvitationInput,
  withdrawInvitation,
  { ...overOthers, redirect: () => '/desk/roles?done=withdrawn' },
);
export const acceptInvitationAction = action(
  'acceptInvitation',
  roleInvitationInput,
  acceptInvitation,
  { as: 'member', words: roleWords, redirect: () => '/staff/login?next=/desk' },
);
export const disableAccountAction = action('disableAccount', accountReasonInput, disableAccount, {
  ...overOthers,
  redirect: rolePage('disabled'),
});
export const enableAccountAction = action('enableAccount', accountReasonInput, enableAccount, {
  ...overOthers,
  redirect: rolePage('enabled'),
});
export const resetSecondFactorAction = action(
  'resetSecondFactor',
  accountReasonInput,
  resetSecondFactor,
  {
    ...overOthers,
    redirect: rolePage('unbound'),
  },
);
