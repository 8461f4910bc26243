import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { registerEntries } from '@/db/schema/employer-register';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { findFounding } from '../queries/foundings';
import type { FoundingForm } from '../rules/form';
import { convokeInput, countMembersInput, establishInput } from '../schema/founding';
import { addFirm, beginFounding, removeFirm } from './begin-founding';
import { establishUnion } from './establish';
import { convokeAssembly, countMembers, reportCandidates } from './gather';
import { nameCandidate, withdrawCandidate } from './name-candidates';
import { applyForFounding, approvePreparation, reportResults } from './paper-steps';

let tree: Tree;
let district: Actor;
let town: Actor;
let _otherTown: Actor;
let _viewer: Actor;
let firm: { id: string; name: string };
const today = todayOn(new Date());
const paper = { doneOn: today, documentNo: '测工批〔2026〕1号' };

const aFirm = (townId = tree.town.id) =>
  arrange(async (tx) => {
    const made = await anEmployer(tx, { townId });
    await tx.db.insert(registerEntries).values({
      ...{ employerId: made.id, placeId: townId, source: 'patrol', origin: 'found' },
      enteredOn: today,
    });
    return made;
  });

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'organisation_officer' | 'town_admin' | 'viewer', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  district = await officer('organisation_officer', tree.district.id);
  town = await officer('town_admin', tree.town.id);
  _otherTown = await officer('town_admin', tree.otherTown.id);
  _viewer = await officer('viewer', tree.district.id);
  firm = await aFirm();
});

const nobody = { contactName: null, contactPhone: null, preparingGroup: null, purpose: null };
const begin = (actor: Actor, form: FoundingForm = 'own_committee', employerId = firm.id) =>
  beginFounding(as(actor), {
    ...{ employerId, form, name: '测试物流工会', parentId: tree.town.id, ...nobody },
  });
const begun = async (form?: FoundingForm) => {
  const result = await begin(town, form);
  if (!result.ok) throw new Error(result.reason);
  return result.value.foundingId;
};
const count = (id: string, position: number, members: Record<string, number>, women = 2) => {
  const fields = Object.entries(members).map(([key, n]) => [`members_${key}`, String(n)]);
  const input = countMembersInput.parse({
    ...{ foundingId: id, position: String(position), doneOn: today, women: String(women) },
    ...Object.fromEntries(fields),
  });
  return countMembers(as(town), input);
};

/** A founding with its members counted, at position 4. */
async function gathered(members = 30, form?: FoundingForm) {
  const id = await begun(form);
  await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
  await approvePreparation(as(district), { foundingId: id, position: 2, ...paper });
  expect(await count(id, 3, { [firm.id]: members })).toMatchObject({ ok: true });
  return id;
}

const name = (
  id: string,
  position: number,
  who: string,
  post: 'chair' | 'member',
  ties: 'personnel'[] = [],
) => nameCandidate(as(town), { foundingId: id, position, name: who, post, ties });

/** With four candidates for three seats reported, at position 5. */
async function reported() {
  const id = await gathered();
  await name(id, 4, '梁守正', 'chair');
  for (const who of ['覃立夏', '韦冬至', '李晚晴']) await name(id, 4, who, 'member');
  const seats = { foundingId: id, position: 4, seats: 3, ...paper };
  expect(await reportCandidates(as(town), seats)).toMatchObject({ ok: true });
  return id;
}

const candidateIds = async (id: string) =>
  ((await findFounding(as(town), id))?.candidates ?? []).map((one) => one.id);

async function convoke(
  id: string,
  position: number,
  votes: readonly number[],
  more: Record<string, string> = {},
) {
  const fields = (await candidateIds(id)).map((key, at) => [`votes_${key}`, String(votes[at])]);
  const input = convokeInput.parse({
    ...{ foundingId: id, position: String(position), doneOn: today, kind: 'members' },
    ...{ due: '30', present: '20', issued: '20', returned: '20', valid: '20' },
    ...Object.fromEntries(fields),
    ...more,
  });
  return convokeAssembly(as(town), input);
}

/** With its results reported, at position 7. */
async function elected() {
  const id = await reported();
  expect(await convoke(id, 5, [20, 16, 16, 8])).toMatchObject({ ok: true });
  const report = { foundingId: id, position: 6, ...paper };
  expect(await reportResults(as(town), report)).toMatchObject({ ok: true });
  return id;
}

const establish = (id: string, more: Record<string, string> = {}, actor = district) =>
  establishUnion(
    as(actor),
    establishInput.parse({ foundingId: id, position: '7', ...paper, term: '3', ...more }),
  );
const _audited = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;

describe('the members of a founding', () => {
  it('of 25 ask for an own committee, of 24 may elect one organiser', async () => {
    const id = await begun('organiser');
    await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
    await approvePreparation(as(district), { foundingId: id, position: 2, ...paper });
    expect(await count(id, 3, { [firm.id]: 25 })).toMatchObject({
      reason: 'committee_needed',
      detail: { bar: 25 },
    });
    expect(await count(id, 3, { [firm.id]: 24 }, 25)).toMatchObject({ reason: 'too_many_women' });
    expect(await count(id, 3, { [tree.union.id]: 24 })).toMatchObject({ reason: 'incomplete' });
    expect(await count(id, 3, { [firm.id]: 24 })).toMatchObject({ ok: true });
  });

  it('of several employers make a joint union, each of them linked to it', async () => {
    const id = await begun('joint_union');
    const second = await aFirm();
    const add = (position: number, firmName: string) =>
      addFirm(as(town), { foundingId: id, position, firm: firmName });
    expect(await add(1, '未登记的公司')).toMatchObject({ reason: 'not_entered' });
    expect(await add(2, second.name)).toMatchObject({ reason: 'moved_on' });
    expect(await add(1, second.name)).toMatchObject({ ok: true });
    expect(await add(1, second.name)).toMatchObject({ reason: 'being_founded' });
    await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
    await approvePreparation(as(district), { foundingId: id, position: 2, ...paper });
    expect(await count(id, 3, { [firm.id]: 15 })).toMatchObject({ reason: 'incomplete' });
    expect(await count(id, 3, { [firm.id]: 15, [second.id]: 25 })).toMatchObject({
      reason: 'committee_needed',
    });
    expect(await count(id, 3, { [firm.id]: 15, [second.id]: 15 })).toMatchObject({ ok: true });
    await name(id, 4, '梁守正', 'chair');
    for (const who of ['覃立夏', '韦冬至', '李晚晴']) await name(id, 4, who, 'member');
    await reportCandidates(as(town), { foundingId: id, position: 4, seats: 3, ...paper });
    const remove = { foundingId: id, position: 5, employerId: second.id };
    expect(await removeFirm(as(town), remove)).toMatchObject({ reason: 'too_late' });
    await convoke(id, 5, [20, 16, 16, 8]);
    await reportResults(as(town), { foundingId: id, position: 6, ...paper });
    expect(await establish(id)).toMatchObject({ ok: true });
    const linked = await sqlAsOwner()`
      select o.kind from employers e join organisations o on o.id = e.union_id
      where e.id in (${firm.id}, ${second.id})`;
    expect(linked.map(({ kind }) => kind)).toEqual(['joint_union', 'joint_union']);
  });

  it('of an employer that got a union meanwhile stop the founding at its end, nothing half done', async () => {
    const id = await elected();
    await sqlAsOwner()`update employers set union_id = ${tree.union.id} where id = ${firm.id}`;
    expect(await establish(id)).toMatchObject({ reason: 'has_union', detail: { name: firm.name } });
    const made = await sqlAsOwner()`select 1 from organisations where name = '测试物流工会'`;
    expect(made).toHaveLength(0);
  });
});

describe('the election of a founding', () => {
  it('has no chair who hires, needs one more candidate than seats, and seats as the members ask', async () => {
    const id = await gathered();
    expect(await name(id, 4, '陆某某', 'chair', ['personnel'])).toMatchObject({
      reason: 'no_chair_with_tie',
    });
    expect(await name(id, 4, '陆某某', 'member', ['personnel'])).toMatchObject({ ok: true });
    const report = (seats: number) =>
      reportCandidates(as(town), { foundingId: id, position: 4, seats, ...paper });
    expect(await report(8)).toMatchObject({
      reason: 'bad_seats',
      fieldErrors: { seats: expect.any(String) },
    });
    expect(await report(3)).toMatchObject({ reason: 'no_chair_candidate' });
    await name(id, 4, '梁守正', 'chair');
    expect(await name(id, 4, '梁守正', 'chair')).toMatchObject({ reason: 'named_already' });
    expect(await report(3)).toMatchObject({
      reason: 'too_few_candidates',
      detail: { least: 4, have: 2 },
    });
    const [first = ''] = await candidateIds(id);
    const back = { foundingId: id, position: 4, candidateId: first, reason: '是人力主管' };
    expect(await withdrawCandidate(as(town), back)).toMatchObject({ ok: true });
    await expect(withdrawCandidate(as(town), back)).rejects.toThrow(NotFound);
  });

  it('is void with 19 present of 30, and gives no seat with 15 votes', async () => {
    const id = await reported();
    const few = { present: '19', issued: '19', returned: '19', valid: '19' };
    expect(await convoke(id, 5, [19, 16, 16, 6], few)).toMatchObject({
      reason: 'bad_ballot',
      fieldErrors: { present: expect.stringContaining('至少 20 人') },
    });
    expect(await convoke(id, 5, [21, 16, 16, 7])).toMatchObject({ reason: 'bad_ballot' });
    expect(await convoke(id, 5, [20, 16, 16, 9])).toMatchObject({
      reason: 'bad_ballot',
      fieldErrors: { valid: expect.stringContaining('20 × 应选 3 人') },
    });
    expect(await convoke(id, 5, [15, 16, 16, 13])).toMatchObject({ ok: true });
    const report = (position: number) =>
      reportResults(as(town), { foundingId: id, position, ...paper });
    expect(await report(6)).toMatchObject({ reason: 'no_chair' });
    expect(await convoke(id, 6, [16, 15, 15, 14])).toMatchObject({ ok: true });
    expect(await report(7)).toMatchObject({ reason: 'too_few' });
    expect(await convoke(id, 7, [16, 16, 12, 16])).toMatchObject({ ok: true });
    const screen = await findFounding(as(town), id);
    expect(screen?.checks.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['会员人数', 'pass'],
      ['女职工组织', 'pass'],
      ['委员会人数', 'pass'],
      ['差额', 'pass'],
      ['谁不能选', 'pass'],
      ['大会到会', 'pass'],
      ['当选', 'pass'],
    ]);
    expect(await report(8)).toMatchObject({ ok: true });
  });
});
