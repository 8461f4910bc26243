import { describe, expect, it } from 'vitest';
import { mayBeHeldAt, refusalToGrant, refusalToRevoke, refusalToTouchAccount } from './roles';

const grant = {
  isOwn: false,
  targetDisabled: false,
  role: 'union_admin',
  organisationKind: 'grassroots_union',
  organisationClosed: false,
  alreadyHeld: false,
  secondFactorRecent: true,
} as const;

describe('giving a role', () => {
  it.each([
    ['as it should be', {}, null],
    ['without a recent second factor', { secondFactorRecent: false }, 'step_up'],
    ['to oneself', { isOwn: true }, 'own_account'],
    ['to a stopped account', { targetDisabled: true }, 'account_disabled'],
    ['at a closed organisation', { organisationClosed: true }, 'organisation_closed'],
    ['of the district at a union', { role: 'women_officer' }, 'role_does_not_fit'],
    ['a second time', { alreadyHeld: true }, 'already_held'],
  ] as const)('%s', (_, change, expected) => {
    expect(refusalToGrant({ ...grant, ...change })).toBe(expected);
  });

  it.each([
    ['union_admin', 'grassroots_union', true],
    ['union_admin', 'online_home', true],
    ['union_admin', 'district_federation', false],
    ['town_admin', 'town_federation', true],
    ['town_admin', 'grassroots_union', false],
    ['organisation_officer', 'district_federation', true],
    ['economy_officer', 'town_federation', false],
    ['viewer', 'joint_union', true],
    ['system_admin', 'town_federation', false],
    ['hospital_desk', 'partner', true],
    ['hospital_desk', 'district_federation', false],
    ['union_admin', 'partner', false],
  ] as const)('%s at %s: %s', (role, kind, expected) => {
    expect(mayBeHeldAt(role, kind)).toBe(expected);
  });
});

const revoke = {
  isOwn: false,
  role: 'system_admin',
  revoked: false,
  systemAdmins: 2,
  secondFactorRecent: true,
} as const;

describe('taking a role back', () => {
  it.each([
    ['as it should be', {}, null],
    ['without a recent second factor', { secondFactorRecent: false }, 'step_up'],
    ['twice', { revoked: true }, 'already_revoked'],
    ['from oneself', { isOwn: true }, 'own_account'],
    ['from the last system administrator', { systemAdmins: 1 }, 'last_system_admin'],
    ['another role, with one system administrator', { role: 'viewer', systemAdmins: 1 }, null],
  ] as const)('%s', (_, change, expected) => {
    expect(refusalToRevoke({ ...revoke, ...change })).toBe(expected);
  });
});

const touch = {
  isOwn: false,
  holdsOutsideReach: false,
  isSystemAdmin: false,
  systemAdmins: 1,
  secondFactorRecent: true,
};

describe('stopping an account', () => {
  it.each([
    ['as it should be', {}, null],
    ['without a recent second factor', { secondFactorRecent: false }, 'step_up'],
    ['one’s own', { isOwn: true }, 'own_account'],
    ['of somebody above', { holdsOutsideReach: true }, 'outside_reach'],
    ['of the last system administrator', { isSystemAdmin: true }, 'last_system_admin'],
  ] as const)('%s', (_, change, expected) => {
    expect(refusalToTouchAccount({ ...touch, ...change })).toBe(expected);
  });
});
