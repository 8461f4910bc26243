import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { registerEntries } from '@/db/schema/employer-register';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { findEntry } from '@/features/employer-register/queries/entries';
import { termEndsOn } from '@/features/offices/rules/term';
import type { Actor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { findFounding, listFoundings } from '../queries/foundings';
import type { FoundingForm } from '../rules/form';

import { certifyInput, convokeInput, countMembersInput, establishInput } from '../schema/founding';
import { beginFounding } from './begin-founding';
import { certifyUnion, establishUnion } from './establish';
import { convokeAssembly, countMembers, reportCandidates } from './gather';
import { nameCandidate } from './name-candidates';
import {
  abandonFounding,
  applyForFounding,
  approvePreparation,
  registerUnion,
  reportResults,
} from './paper-steps';

let tree: Tree;
let district: Actor;
let town: Actor;
let otherTown: Actor;
let viewer: Actor;
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
  otherTown = await officer('town_admin', tree.otherTown.id);
  viewer = await officer('viewer', tree.district.id);
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
const audited = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;

describe('a founding', () => {
  it('leads from the lead to the certificate, the union in the tree with its employer', async () => {
    const id = await elected();
    expect(await establish(id, { term: '5' })).toMatchObject({ ok: true });
    const screen = await findFounding(as(viewer), id);
    expect(screen).toMatchObject({
      step: 'founded',
      facts: { founded: { term: 5, endsOn: termEndsOn(today, 5) } },
    });
    const union = screen?.organisationId ?? '';
    const [made] = await sqlAsOwner()`
      select kind, parent_id, town_id, founded_on::text as founded, length(join_code) as code
      from organisations where id = ${union}`;
    expect(made).toEqual({
      ...{ kind: 'grassroots_union', parent_id: tree.town.id, town_id: tree.town.id },
      ...{ founded: today, code: 6 },
    });
    expect(await findEntry(as(town), firm.id)).toMatchObject({ status: 'founded' });
    const registered = { foundingId: id, position: 8, ...paper };
    expect(await registerUnion(as(district), registered)).toMatchObject({ ok: true });
    const certificate = { foundingId: id, position: '9', ...paper, uscc: '914403001922038216' };
    expect(await certifyUnion(as(district), certifyInput.parse(certificate))).toMatchObject({
      ok: true,
    });
    const [coded] = await sqlAsOwner()`select uscc from organisations where id = ${union}`;
    expect(coded).toEqual({ uscc: '914403001922038216' });
    const over = await listFoundings(as(district), { over: true, page: 1 });
    expect(over.rows.map(({ step }) => step)).toEqual(['certified']);
    expect(await audited('take_founding_step')).toBe(9);
  });

  it('is founded on the day of the paper, whatever day it is typed, never in the future', async () => {
    const id = await elected();
    expect(await establish(id, { doneOn: addDays(today, 1) })).toMatchObject({ reason: 'future' });
    expect(await establish(id, { doneOn: addDays(today, -1) })).toMatchObject({
      reason: 'before_last',
      fieldErrors: { doneOn: expect.any(String) },
    });
    const four = { foundingId: id, position: '7', ...paper, term: '4' };
    expect(establishInput.safeParse(four).error?.issues[0]?.path).toEqual(['term']);
    const write = sqlAsOwner()`insert into founding_actions (founding_id, position, step, done_on, facts, recorded_at)
      values (${id}, 8, 'founded', current_date, '{"term": 4}', now())`;
    await expect(write).rejects.toMatchObject({ constraint_name: 'founding_actions_term' });
  });

  it('has its answers typed by the level above alone, and is nobody’s elsewhere', async () => {
    const id = await begun();
    const step = { foundingId: id, position: 1, ...paper };
    await expect(applyForFounding(as(otherTown), step)).rejects.toThrow(NotFound);
    await expect(applyForFounding(as(viewer), step)).rejects.toThrow(Forbidden);
    await applyForFounding(as(town), step);
    const answer = { ...step, position: 2 };
    await expect(approvePreparation(as(town), answer)).rejects.toThrow(Forbidden);
    expect(await findFounding(as(otherTown), id)).toBeNull();
    expect(await findFounding(as(otherTown), 'no id')).toBeNull();
  });

  it('takes one step of two at the same moment, and says to the other what has changed', async () => {
    const id = await begun();
    const step = { foundingId: id, position: 1, ...paper };
    const both = await Promise.all([
      applyForFounding(as(town), step),
      applyForFounding(as(district), step),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      reason: 'moved_on',
      detail: { step: '申请' },
    });
  });

  it('skips no step', async () => {
    const id = await begun();
    expect(
      await approvePreparation(as(district), { foundingId: id, position: 1, ...paper }),
    ).toMatchObject({
      reason: 'not_now',
    });
  });

  it('keeps its employer for itself until it is founded or given up', async () => {
    const id = await begun();
    expect(await findEntry(as(town), firm.id)).toMatchObject({ status: 'preparing' });
    expect(await begin(district)).toMatchObject({ reason: 'being_founded' });
    const end = { foundingId: id, position: 1, reason: '企业搬走' };
    expect(await abandonFounding(as(town), end)).toMatchObject({ ok: true });
    expect(await findEntry(as(town), firm.id)).toMatchObject({ status: 'untouched' });
    expect(await begin(district)).toMatchObject({ ok: true });
  });

  it('is refused below a union that may hold none, and for an employer outside the register', async () => {
    const below = {
      employerId: firm.id,
      form: 'own_committee',
      name: '测试工会',
      parentId: tree.union.id,
      ...nobody,
    } as const;
    expect(await beginFounding(as(town), below)).toMatchObject({ reason: 'bad_parent' });
    const stray = await arrange((tx) => anEmployer(tx, { townId: tree.town.id }));
    await expect(begin(town, 'own_committee', stray.id)).rejects.toThrow(NotFound);
    await expect(begin(viewer)).rejects.toThrow(Forbidden);
  });

  it('has steps that the application can neither change nor take away', async () => {
    const id = await begun();
    const [row] =
      await sqlAsOwner()`select has_table_privilege('lianxin_app', 'founding_actions', 'update') as u,
      has_table_privilege('lianxin_app', 'founding_actions', 'delete') as d, ${id} as id`;
    expect(row).toMatchObject({ u: false, d: false });
  });
});
