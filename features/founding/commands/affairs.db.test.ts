import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { runClocks } from '@/features/clocks/commands/run-clocks';
import { enterCertificate, enterTerm } from '@/features/offices/commands/keep-terms';
import { findOffices } from '@/features/offices/queries/offices';
import type { Actor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { findFounding } from '../queries/foundings';
import { openPaper } from '../queries/open-paper';
import { beginAffairInput } from '../schema/affair';
import { convokeInput, countMembersInput, establishInput } from '../schema/founding';
import { foundingClocks } from '../steps/change-clock';
import { beginAffair } from './begin-affair';
import { establishUnion } from './establish';
import { renewCertificate } from './finish-affair';
import { convokeAssembly, countMembers, reportCandidates } from './gather';
import { nameCandidate } from './name-candidates';
import { applyForFounding, approvePreparation, registerUnion, reportResults } from './paper-steps';

let tree: Tree;
let district: Actor;
let town: Actor;
let otherTown: Actor;
let viewer: Actor;
const today = todayOn(new Date());
const paper = { doneOn: today, documentNo: '测工批〔2026〕1号' };

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'organisation_officer' | 'town_admin' | 'viewer', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  district = await officer('organisation_officer', tree.district.id);
  town = await officer('town_admin', tree.town.id);
  otherTown = await officer('town_admin', tree.otherTown.id);
  viewer = await officer('viewer', tree.district.id);
});

const affair = (more: Record<string, string>, actor = town) =>
  beginAffair(
    as(actor),
    beginAffairInput.parse({
      ...{ organisationId: tree.union.id, kind: 'reissue', happenedOn: today, reason: '会员大会' },
      ...more,
    }),
  );
async function begun(more: Record<string, string>) {
  const result = await affair(more);
  if (!result.ok) throw new Error(result.reason);
  return result.value.foundingId;
}
const offices = async () => findOffices(as(town), tree.union.id);
const term = (beganOn = addDays(today, -400)) =>
  enterTerm(as(town), {
    ...{ organisationId: tree.union.id, ordinal: 1, beganOn, years: 3 },
    documentNo: '旧批 1 号',
  });
const certificate = () =>
  enterCertificate(as(town), {
    ...{ organisationId: tree.union.id, number: '旧证', issuedOn: addDays(today, -300) },
    validTo: addDays(today, 600),
  });

describe('a matter of a union', () => {
  it('begins once of a kind, for a union of the area, by who may', async () => {
    await expect(affair({}, otherTown)).rejects.toThrow(NotFound);
    await expect(affair({}, viewer)).rejects.toThrow(Forbidden);
    expect(await affair({ happenedOn: addDays(today, 1) })).toMatchObject({ reason: 'future' });
    expect(await affair({})).toMatchObject({ ok: true });
    expect(await affair({})).toMatchObject({ reason: 'open_already' });
    expect(await affair({ organisationId: tree.home.id })).toMatchObject({
      reason: 'no_own_affairs',
    });
    expect(await affair({ kind: 'reelection' })).toMatchObject({ reason: 'no_employers' });
    const blank = beginAffairInput.safeParse({
      ...{ organisationId: tree.union.id, kind: 'change', happenedOn: today, reason: '搬了' },
    });
    expect(blank.error?.issues.map(({ path }) => path[0])).toEqual(['what', 'value']);
  });

  it('of a lost certificate ends with a new number, the old one void as lost', async () => {
    const id = await begun({});
    await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
    const renew = { foundingId: id, position: 2, doneOn: today, documentNo: '新证' };
    expect(await renewCertificate(as(district), renew)).toMatchObject({ reason: 'no_term' });
    await certificate();
    await expect(renewCertificate(as(town), renew)).rejects.toThrow(Forbidden);
    expect(await renewCertificate(as(district), renew)).toMatchObject({ ok: true });
    const shown = await offices();
    expect(shown?.certificate).toMatchObject({ number: '新证', validTo: addDays(today, 600) });
    expect(shown?.certificates.find(({ voidOn }) => voidOn)).toMatchObject({
      ...{ number: '旧证', voidReason: 'lost' },
    });
  });

  it('of dissolution makes the certificate void and ends the offices', async () => {
    await term();
    await certificate();
    const id = await begun({ kind: 'dissolution', reason: '企业注销' });
    await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
    await approvePreparation(as(district), { foundingId: id, position: 2, ...paper });
    const registered = { foundingId: id, position: 3, ...paper };
    expect(await registerUnion(as(district), registered)).toMatchObject({ ok: true });
    const shown = await offices();
    expect(shown?.certificate).toBeNull();
    expect(shown?.certificates).toMatchObject([{ voidReason: 'deregistered' }]);
  });
});

describe('a change of a registered union', () => {
  it('has thirty days from the change, ended by the request; the new name stands in the tree', async () => {
    await term();
    await certificate();
    const changedOn = addDays(today, -5);
    const id = await begun({
      ...{ kind: 'change', happenedOn: changedOn, what: 'name', value: '甲厂集团工会' },
    });
    const open = await findFounding(as(town), id);
    expect((open?.changeDueOn ?? '') >= addDays(changedOn, 30)).toBe(true);
    await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
    expect((await findFounding(as(town), id))?.changeDueOn).toBeNull();
    const renew = { foundingId: id, position: 2, doneOn: today, documentNo: '新证' };
    expect(await renewCertificate(as(district), renew)).toMatchObject({ ok: true });
    const [union] = await sqlAsOwner()`
      select name, short_name from organisations where id = ${tree.union.id}`;
    expect(union).toEqual({ name: '甲厂集团工会', short_name: '甲厂集团工会' });
  });

  it('that nobody asked for in time is told to the officers once', async () => {
    const happenedOn = addDays(today, -60);
    await begun({ kind: 'change', happenedOn, what: 'address', value: '江南大道 1 号' });
    await runClocks(as(town), foundingClocks);
    await runClocks(as(town), foundingClocks);
    const told = await sqlAsOwner()`select title from notices`;
    expect(told.map(({ title }) => title)).toEqual(['甲厂工会变更登记已超期']);
  });
});

describe('an election of the next committee', () => {
  it('counts, votes and is answered as a founding, and begins the next term', async () => {
    const firm = await arrange((tx) =>
      anEmployer(tx, { townId: tree.town.id, unionId: tree.union.id }),
    );
    await term(addDays(today, -1250));
    await certificate();
    const id = await begun({ kind: 'reelection' });
    await applyForFounding(as(town), { foundingId: id, position: 1, ...paper });
    await approvePreparation(as(district), { foundingId: id, position: 2, ...paper });
    const counted = countMembersInput.parse({
      ...{ foundingId: id, position: '3', doneOn: today, women: '3', [`members_${firm.id}`]: '30' },
    });
    expect(await countMembers(as(town), counted)).toMatchObject({ ok: true });
    const name = (who: string, post: 'chair' | 'member' | 'auditor') =>
      nameCandidate(as(town), { foundingId: id, position: 4, name: who, post, ties: [] });
    await name('梁守正', 'chair');
    for (const who of ['覃立夏', '韦冬至', '李晚晴']) await name(who, 'member');
    await name('农白露', 'auditor');
    await reportCandidates(as(town), { foundingId: id, position: 4, seats: 3, ...paper });
    const ids = (await findFounding(as(town), id))?.candidates.map((one) => one.id) ?? [];
    const votes = [20, 16, 16, 8, 20].map((n, at) => [`votes_${ids[at]}`, String(n)]);
    const meeting = convokeInput.parse({
      ...{ foundingId: id, position: '5', doneOn: today, kind: 'members' },
      ...{ due: '30', present: '20', issued: '20', returned: '20', valid: '20' },
      ...Object.fromEntries(votes),
    });
    expect(await convokeAssembly(as(town), meeting)).toMatchObject({ ok: true });
    const [late] = (await findFounding(as(town), id))?.checks ?? [];
    expect(late).toMatchObject({ what: '换届时间', outcome: 'warn' });
    await reportResults(as(town), { foundingId: id, position: 6, ...paper });
    const founded = establishInput.parse({ foundingId: id, position: '7', ...paper, term: '5' });
    expect(await establishUnion(as(district), founded)).toMatchObject({ ok: true });
    const shown = await offices();
    expect(shown?.term).toMatchObject({ ordinal: 2, years: 5, beganOn: today });
    expect(shown?.holders.map((one) => [one.name, one.body, one.post])).toEqual([
      ['梁守正', 'committee', 'chair'],
      ['覃立夏', 'committee', 'member'],
      ['韦冬至', 'committee', 'member'],
      ['农白露', 'audit', 'member'],
    ]);
    const renew = { foundingId: id, position: 8, doneOn: today, documentNo: '新证' };
    expect(await renewCertificate(as(district), renew)).toMatchObject({ ok: true });
    expect((await offices())?.certificate).toMatchObject({ validTo: shown?.term?.endsOn });
    const unions = await sqlAsOwner()`select count(*)::int as n from organisations
      where name = ${tree.union.name}`;
    expect(unions[0]?.n).toBe(1);
  });
});

describe('a paper of a matter', () => {
  it('opens for who prepares it, on record, and for nobody else', async () => {
    const id = await begun({ kind: 'dissolution', reason: '企业注销' });
    const { paper } = await openPaper(as(town), id, 'request');
    expect(paper).toMatchObject({ title: '关于甲厂工会注销的请示', to: '甲街道总工会' });
    for (const which of ['approval', 'results', '../x'])
      await expect(openPaper(as(town), id, which)).rejects.toThrow(NotFound);
    await expect(openPaper(as(otherTown), id, 'request')).rejects.toThrow(NotFound);
    await expect(openPaper(as(viewer), id, 'request')).rejects.toThrow(Forbidden);
    const looked = await sqlAsOwner()`
      select after from audit_entries where action = 'view_founding_paper'`;
    expect(looked).toHaveLength(1);
  });
});
