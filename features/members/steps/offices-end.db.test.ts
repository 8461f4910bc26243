import { beforeEach, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { seatHolder } from '@/features/offices/commands/keep-holders';
import { enterTerm } from '@/features/offices/commands/keep-terms';
import { addDays, todayOn } from '@/lib/dates';
import { recordMembershipChange } from './record-membership-change';

const today = todayOn(new Date());
const documentNo = '测工批〔2026〕1号';
beforeEach(resetDb);

it.each([
  ['moved_out', 'labour_change', 'transferred'],
  ['resigned', 'own_wish', 'left_union'],
] as const)('a 会籍 that ends as %s ends the offices of the member', async (type, reason, why) => {
  const tree = await arrange(aTree);
  const { actor } = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
  const union = { organisationId: tree.union.id };
  const member = await arrange((tx) => aMember(tx, union));
  const began = addDays(today, -100);
  await enterTerm(as(actor), { ...union, ordinal: 1, beganOn: began, years: 3, documentNo });
  const seat = { body: 'women', post: 'chair', fromOn: began, documentNo } as const;
  const { memberNo, membershipId } = member;
  const seated = await seatHolder(as(actor), { ...union, ...seat, name: '陈一帆', memberNo });
  expect(seated).toMatchObject({ ok: true });
  await arrange((tx) => recordMembershipChange(tx, { membershipId, type, reason, on: today }));
  const [office] = await sqlAsOwner()`
    select ended_on::text as ended, ended_reason from union_offices`;
  expect(office).toEqual({ ended: today, ended_reason: why });
});
