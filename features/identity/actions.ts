'use server';
import { action } from '@/lib/action';
import { becomeMember } from './commands/become-member';
import { beginOfficerSignIn } from './commands/begin-officer-sign-in';
import { changePhone, requestPhoneChange } from './commands/change-phone';
import { endDevice, endOtherDevices, signOut } from './commands/end-session';
import { enrolSecondFactor } from './commands/enrol-second-factor';
import { finishOfficerSignIn } from './commands/finish-officer-sign-in';
import { grantRole } from './commands/grant-role';
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
  passwordInput,
  recoveryCodeInput,
  requestCodeInput,
  resendCodeInput,
  secondFactorInput,
  signInWithCodeInput,
} from './schema/sign-in';
import { afterOfficerPassword, codePage, deskOf, homeOf, rolePage } from './schema/ways-on';
import { accountWords, roleWords, signInWords } from './words';

// Signing in
export const requestCodeAction = action(requestCodeInput, requestCode, {
  as: 'anyone',
  redirect: codePage,
  words: signInWords,
});
export const resendCodeAction = action(resendCodeInput, resendCode, {
  as: 'anyone',
  redirect: codePage,
  words: signInWords,
});
export const signInWithCodeAction = action(signInWithCodeInput, signInWithCode, {
  as: 'anyone',
  session: (value) => value.session,
  redirect: homeOf,
  secrets: ['code'],
  words: signInWords,
});
export const signInWithPasswordAction = action(passwordInput, signInWithPassword, {
  as: 'anyone',
  session: (value) => value.session,
  redirect: homeOf,
  secrets: ['password'],
  words: signInWords,
});
export const beginOfficerSignInAction = action(passwordInput, beginOfficerSignIn, {
  as: 'anyone',
  session: (value) => value.session,
  redirect: afterOfficerPassword,
  secrets: ['password'],
  words: signInWords,
});
export const finishOfficerSignInAction = action(secondFactorInput, finishOfficerSignIn, {
  as: 'member',
  session: (value) => value.session,
  redirect: deskOf,
  secrets: ['code'],
  words: signInWords,
});
export const enrolSecondFactorAction = action(secondFactorInput, enrolSecondFactor, {
  as: 'member',
  session: (value) => value.session,
  redirect: () => '/staff/recovery-codes',
  secrets: ['code'],
  words: signInWords,
});
export const signInWithRecoveryCodeAction = action(recoveryCodeInput, signInWithRecoveryCode, {
  as: 'member',
  session: (value) => value.session,
  redirect: deskOf,
  secrets: ['code'],
  words: signInWords,
});
export const renewRecoveryCodesAction = action(nothing, renewRecoveryCodes, {
  as: 'staff',
  words: roleWords,
});
export const stepUpAction = action(secondFactorInput, stepUp, {
  as: 'staff',
  redirect: deskOf,
  secrets: ['code'],
  words: signInWords,
});
export const becomeMemberAction = action(nothing, becomeMember, {
  as: 'staff',
  session: (value) => value.session,
  redirect: () => '/me',
});
export const signOutAction = action(nothing, signOut, {
  as: 'anyone',
  session: () => null,
  redirect: () => '/signed-out',
});

// One's own account
export const endDeviceAction = action(sessionInput, endDevice, {
  as: 'member',
  revalidate: ['/me/devices'],
  words: accountWords,
});
export const endOtherDevicesAction = action(nothing, endOtherDevices, {
  as: 'member',
  revalidate: ['/me/devices'],
  words: accountWords,
});
export const requestPhoneChangeAction = action(newPhoneInput, requestPhoneChange, {
  as: 'member',
  redirect: (value) => `/me/phone?to=${encodeURIComponent(value.to)}`,
  words: accountWords,
});
export const changePhoneAction = action(changePhoneInput, changePhone, {
  as: 'member',
  redirect: () => '/me?done=phone',
  secrets: ['oldCode', 'newCode'],
  words: accountWords,
});
export const requestPasswordCodeAction = action(nothing, requestPasswordCode, {
  as: 'member',
  redirect: () => '/me/password?sent=1',
  words: accountWords,
});
export const setPasswordAction = action(setPasswordInput, setPassword, {
  as: 'member',
  redirect: () => '/me?done=password',
  secrets: ['password', 'code'],
  words: accountWords,
});

export const saveDisplayAction = action(displayInput, saveDisplay, {
  as: 'anyone',
  redirect: () => '/me/display?saved=1',
});

// Other people's roles
export const grantRoleAction = action(grantRoleInput, grantRole, {
  as: 'staff',
  redirect: rolePage,
  words: roleWords,
});
export const revokeRoleAction = action(revokeRoleInput, revokeRole, {
  as: 'staff',
  redirect: (value) => `/desk/roles?account=${value.accountId}`,
  words: roleWords,
});
export const disableAccountAction = action(accountReasonInput, disableAccount, {
  as: 'staff',
  redirect: rolePage,
  words: roleWords,
});
export const enableAccountAction = action(accountReasonInput, enableAccount, {
  as: 'staff',
  redirect: rolePage,
  words: roleWords,
});
export const resetSecondFactorAction = action(accountReasonInput, resetSecondFactor, {
  as: 'staff',
  redirect: rolePage,
  words: roleWords,
});
