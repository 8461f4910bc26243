'use server';
import { action } from '@/lib/action';
import { becomeMember } from './commands/become-member';
import { beginOfficerSignIn } from './commands/begin-officer-sign-in';
import { changePhone, requestPhoneChange } from './commands/change-phone';
import { endDevice, endOtherDevices, signOut } from './commands/end-session';
import { enrolSecondFactor } from './commands/enrol-second-factor';
import { finishOfficerSignIn } from './commands/finish-officer-sign-in';
import { grantRole } from './commands/grant-role';
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
import {
  changePhoneInput,
  displayInput,
  newPhoneInput,
  sessionInput,
  setPasswordInput,
} from './schema/account';
import { accountReasonInput, grantRoleInput, revokeRoleInput } from './schema/roles';
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
  deskOf,
  homeOf,
  rolePage,
} from './schema/ways-on';
import { accountWords, roleWords, signInWords } from './words';

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
  as: 'anyone',
  session: (value) => value.session,
  redirect: afterCode,
  secrets: ['code'],
  words: signInWords,
});
export const proveIdentityAction = action('proveIdentity', proveIdentityInput, proveIdentity, {
  as: 'anyone',
  session: (value) => value.session,
  redirect: homeOf,
  secrets: ['idNumber'],
  words: signInWords,
});
export const disownAccountAction = action('disownAccount', notMineInput, disownAccount, {
  as: 'anyone',
  session: (value) => value.session,
  redirect: afterDisowning,
  words: signInWords,
});
export const signInWithPasswordAction = action(
  'signInWithPassword',
  passwordInput,
  signInWithPassword,
  {
    as: 'anyone',
    session: (value) => value.session,
    redirect: homeOf,
    secrets: ['password'],
    words: signInWords,
  },
);
export const beginOfficerSignInAction = action(
  'beginOfficerSignIn',
  passwordInput,
  beginOfficerSignIn,
  {
    as: 'anyone',
    session: (value) => value.session,
    redirect: afterOfficerPassword,
    secrets: ['password'],
    words: signInWords,
  },
);
export const finishOfficerSignInAction = action(
  'finishOfficerSignIn',
  secondFactorInput,
  finishOfficerSignIn,
  {
    as: 'member',
    session: (value) => value.session,
    redirect: deskOf,
    secrets: ['code'],
    words: signInWords,
  },
);
export const enrolSecondFactorAction = action(
  'enrolSecondFactor',
  secondFactorInput,
  enrolSecondFactor,
  {
    as: 'member',
    session: (value) => value.session,
    redirect: () => '/staff/recovery-codes',
    secrets: ['code'],
    words: signInWords,
  },
);
export const signInWithRecoveryCodeAction = action(
  'signInWithRecoveryCode',
  recoveryCodeInput,
  signInWithRecoveryCode,
  {
    as: 'member',
    session: (value) => value.session,
    redirect: deskOf,
    secrets: ['code'],
    words: signInWords,
  },
);
export const renewRecoveryCodesAction = action('renewRecoveryCodes', nothing, renewRecoveryCodes, {
  as: 'staff',
  words: roleWords,
});
export const stepUpAction = action('stepUp', secondFactorInput, stepUp, {
  as: 'staff',
  redirect: deskOf,
  secrets: ['code'],
  words: signInWords,
});
export const becomeMemberAction = action('becomeMember', nothing, becomeMember, {
  as: 'staff',
  session: (value) => value.session,
  redirect: () => '/me',
});
export const signOutAction = action('signOut', nothing, signOut, {
  as: 'anyone',
  session: () => null,
  redirect: () => '/signed-out',
});

// One's own account
export const endDeviceAction = action('endDevice', sessionInput, endDevice, {
  as: 'member',
  revalidate: ['/me/devices'],
  words: accountWords,
});
export const endOtherDevicesAction = action('endOtherDevices', nothing, endOtherDevices, {
  as: 'member',
  revalidate: ['/me/devices'],
  words: accountWords,
});
export const requestPhoneChangeAction = action(
  'requestPhoneChange',
  newPhoneInput,
  requestPhoneChange,
  {
    as: 'member',
    redirect: (value) => `/me/phone?to=${encodeURIComponent(value.to)}`,
    words: accountWords,
  },
);
export const changePhoneAction = action('changePhone', changePhoneInput, changePhone, {
  as: 'member',
  redirect: () => '/me?done=phone',
  secrets: ['oldCode', 'newCode'],
  words: accountWords,
});
export const requestPasswordCodeAction = action(
  'requestPasswordCode',
  nothing,
  requestPasswordCode,
  {
    as: 'member',
    redirect: () => '/me/password?sent=1',
    words: accountWords,
  },
);
export const setPasswordAction = action('setPassword', setPasswordInput, setPassword, {
  as: 'member',
  redirect: () => '/me?done=password',
  secrets: ['password', 'code'],
  words: accountWords,
});

export const saveDisplayAction = action('saveDisplay', displayInput, saveDisplay, {
  as: 'anyone',
  redirect: () => '/me/display?saved=1',
});

// Other people's roles
export const grantRoleAction = action('grantRole', grantRoleInput, grantRole, {
  as: 'staff',
  redirect: rolePage('granted'),
  words: roleWords,
});
export const revokeRoleAction = action('revokeRole', revokeRoleInput, revokeRole, {
  as: 'staff',
  redirect: rolePage('revoked'),
  words: roleWords,
});
export const disableAccountAction = action('disableAccount', accountReasonInput, disableAccount, {
  as: 'staff',
  redirect: rolePage('disabled'),
  words: roleWords,
});
export const enableAccountAction = action('enableAccount', accountReasonInput, enableAccount, {
  as: 'staff',
  redirect: rolePage('enabled'),
  words: roleWords,
});
export const resetSecondFactorAction = action(
  'resetSecondFactor',
  accountReasonInput,
  resetSecondFactor,
  {
    as: 'staff',
    redirect: rolePage('unbound'),
    words: roleWords,
  },
);
