import { expect, it } from 'vitest';
import { organisationKinds } from '@/db/schema/enums';
import { holdsMembers } from './counter';

it('a worker joins a union or an industry federation, and no town, district or hospital', () => {
  const joined = organisationKinds.filter((kind) => holdsMembers({ kind, closedAt: null }));
  expect(joined.sort()).toEqual([
    'grassroots_union',
    'industry_federation',
    'joint_union',
    'online_home',
  ]);
});

it('nobody joins a union that was closed', () => {
  const closedAt = new Date('2026-01-01');
  expect(organisationKinds.filter((kind) => holdsMembers({ kind, closedAt }))).toEqual([]);
});
