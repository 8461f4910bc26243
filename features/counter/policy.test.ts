import { describe, expect, it } from 'vitest';
import { roleNames } from '@/db/schema/enums';
import { isOwnApplication } from '@/features/applications/policy';
import { canReviewApplication, canSeeMembers } from '@/features/members/policy';
import { canDecideApplication } from '@/features/review/policy';
import type { AccountActor } from '@/lib/actor';
import { anonymous, system } from '@/lib/actor';
import { canEnterApplication } from './policy';

type Role = (typeof roleNames)[number];

const officer = (role: Role, organisationId = 'union'): AccountActor => ({
  kind: 'account',
  accountId: 'officer',
  personId: null,
  sessionId: 's',
  displayName: '林干事',
  assurance: 'totp',
  mode: 'staff',
  grants: [{ role, organisationId }],
});

// The desk's union, its town, the district.
const path = ['union', 'town', 'district'];
const someone = { accountId: 'worker', enteredBy: null };

describe('who may review', () => {
  const may: Role[] = ['union_admin', 'town_admin', 'organisation_officer'];

  it.each(roleNames)('%s', (role) => {
    expect(canReviewApplication(officer(role), path)).toBe(may.includes(role));
    expect(canEnterApplication(officer(role), path)).toBe(may.includes(role));
    expect(canSeeMembers(officer(role), path)).toBe([...may, 'viewer'].includes(role));
  });

  it('only at the union or above it', () => {
    expect(canReviewApplication(officer('town_admin', 'town'), path)).toBe(true);
    expect(canReviewApplication(officer('union_admin', 'other'), path)).toBe(false);
    expect(canReviewApplication(officer('union_admin', 'union'), ['town', 'district'])).toBe(false);
    expect(canReviewApplication(officer('union_admin'), [])).toBe(false);
  });

  it('nobody without a role, and no machine', () => {
    const member = { ...officer('union_admin'), grants: [] };
    for (const actor of [anonymous, system(), member]) {
      expect(canReviewApplication(actor, path)).toBe(false);
      expect(canSeeMembers(actor, path)).toBe(false);
    }
  });
});

describe('who may decide', () => {
  it('whoever may review, but never in a case of one’s own or entered by oneself', () => {
    const admin = officer('union_admin');
    expect(canDecideApplication(admin, path, someone)).toBe(true);
    expect(canDecideApplication(admin, path, { ...someone, accountId: 'officer' })).toBe(false);
    expect(canDecideApplication(admin, path, { ...someone, enteredBy: 'officer' })).toBe(false);
    expect(canDecideApplication(admin, path, { ...someone, enteredBy: 'colleague' })).toBe(true);
    expect(canDecideApplication(officer('viewer'), path, someone)).toBe(false);
  });
});

it('the policy knows one’s own case', () => {
  expect(isOwnApplication(officer('viewer'), 'officer')).toBe(true);
  expect(isOwnApplication(officer('viewer'), 'worker')).toBe(false);
  expect(isOwnApplication(anonymous, 'officer')).toBe(false);
  expect(isOwnApplication(system(), 'officer')).toBe(false);
});
