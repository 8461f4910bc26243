import { randomUUID } from 'node:crypto';
import { actors } from '../../actors';
import { officers } from '../../outcomes';
import { type ActionRow, anyone, forOfficers, forOneself } from '../../replies';

const reason = '换届调整';
const code = '123456';
const others = actors.filter((a) => a !== 'anonymous' && a !== 'member');

/** Giving a second factor: only in a session that passed a password, else one starts at 登录. */
const secondFactor = (input: () => Record<string, string>): ActionRow =>
  forOneself(input, { sign_in: ['anonymous', 'member', 'other'] });

export const identityRows: Record<string, ActionRow> = {
  'identity/saveDisplayAction': anyone(() => ({ size: 'large' })),
  'identity/requestCodeAction': anyone(() => ({ phone: '13900000099', agree: 'yes' }), {
    once: true,
  }),
  'identity/resendCodeAction': anyone(() => ({ to: 'made-up' })),
  'identity/signInWithCodeAction': anyone(() => ({ to: 'made-up', code })),
  'identity/proveIdentityAction': anyone(() => ({ to: 'made-up', idNumber: '1' })),
  'identity/disownAccountAction': anyone(() => ({ to: 'made-up' })),
  'identity/signInWithPasswordAction': anyone(
    () => ({ phone: '13900000096', password: 'lianxin-wrong-1' }),
    { once: true },
  ),
  'identity/beginOfficerSignInAction': anyone(
    () => ({ phone: '13900000095', password: 'lianxin-wrong-1' }),
    { once: true },
  ),
  'identity/finishOfficerSignInAction': secondFactor(() => ({ code })),
  'identity/enrolSecondFactorAction': secondFactor(() => ({ code })),
  'identity/signInWithRecoveryCodeAction': secondFactor(() => ({ code: 'ABCD2345' })),
  'identity/renewRecoveryCodesAction': forOfficers(officers, 'forbidden', () => ({})),
  'identity/stepUpAction': forOfficers(officers, 'forbidden', () => ({ code })),
  'identity/becomeMemberAction': forOfficers(officers, 'forbidden', () => ({})),
  'identity/endDeviceAction': forOneself((p) => ({ sessionId: p.ownSession }), {
    session_gone: others,
  }),
  'identity/linkIdentityAction': forOneself(() => ({ to: 'made-up' })),
  'identity/unlinkIdentityAction': forOneself(() => ({ provider: 'oidc' })),
  'identity/requestPhoneChangeAction': forOneself(() => ({ phone: '13900000094' })),
  'identity/changePhoneAction': forOneself(() => ({ to: 'made-up', oldCode: code, newCode: code })),
  'identity/requestPasswordCodeAction': forOneself(() => ({})),
  'identity/setPasswordAction': forOneself(() => ({ code, password: 'qiao-xi-2026-matrix' })),
  'identity/nameDeputyAction': forOfficers(
    officers.filter((actor) => actor !== 'system' && actor !== 'hospital'),
    'forbidden',
    (p) => ({
      idempotencyKey: randomUUID(),
      deputyId: p.memberAccount,
      startsOn: '2020-01-06',
      endsOn: '2020-01-06',
      reason,
    }),
  ),
  'identity/endDeputyAction': forOfficers([], 'not_found', (p) => ({ deputyshipId: p.nothing })),
  'identity/grantRoleAction': forOfficers(['system'], 'not_found', (p) => ({
    accountId: p.memberAccount,
    role: 'viewer',
    organisationId: p.union,
    reason,
  })),
  'identity/changeTermAction': forOfficers(['system'], 'not_found', (p) => ({
    grantId: p.grant,
    endsOn: '',
    reason,
  })),
  'identity/inviteOfficerAction': forOfficers(['system'], 'not_found', (p) => ({
    phone: '13900000096',
    name: '覃海燕',
    role: 'viewer',
    organisationId: p.union,
    endsOn: '',
    reason,
    idempotencyKey: randomUUID(),
  })),
  // Nobody was asked: there is nothing to take back or to accept.
  'identity/withdrawInvitationAction': forOfficers([], 'not_found', (p) => ({
    invitationId: p.nothing,
  })),
  'identity/acceptInvitationAction': forOneself((p) => ({ invitationId: p.nothing })),
  'identity/disableAccountAction': forOfficers(['system'], 'forbidden', (p) => ({
    accountId: p.memberAccount,
    reason,
  })),
  'identity/enableAccountAction': forOfficers(['system'], 'forbidden', (p) => ({
    accountId: p.memberAccount,
    reason,
  })),
  'identity/resetSecondFactorAction': forOfficers(['system'], 'forbidden', (p) => ({
    accountId: p.memberAccount,
    reason,
  })),
  'identity/revokeRoleAction': forOfficers(['system'], 'not_found', (p) => ({
    grantId: p.grant,
    reason,
  })),
  'identity/endOtherDevicesAction': forOneself(() => ({})),
  'identity/signOutAction': anyone(() => ({})),
};
