import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer, aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { withBadRow } from '@/db/testing/spoil';
import type { Actor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { listClusters } from '../queries/clusters';
import { findEntry, listRegister } from '../queries/entries';
import { listVisits, openVisitPhoto } from '../queries/visits';
import { enterEmployerInput, registerFilter } from '../schema/entry';
import { recordVisitInput } from '../schema/visit';
import { dismissCluster, takeCluster } from './answer-cluster';
import { assignEntry } from './change-entry';
import { enterEmployer } from './enter-employer';
import { correctVisit, recordVisit } from './record-visit';
import { remindVisits } from './remind-visits';

let tree: Tree;
let district: Actor;
let town: Actor & { kind: 'account' };
let otherTown: Actor;
let viewer: Actor;
const today = todayOn(new Date());
const uscc = '914403001922038216';

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'organisation_officer' | 'town_admin' | 'viewer', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  district = await officer('organisation_officer', tree.district.id);
  town = (await officer('town_admin', tree.town.id)) as typeof town;
  otherTown = await officer('town_admin', tree.otherTown.id);
  viewer = await officer('viewer', tree.district.id);
});

const facts = (more: Record<string, string> = {}) => ({
  ...{ name: '甲街道测试物流有限公司', uscc, townId: tree.town.id, industry: '', address: '' },
  ...{ source: 'patrol', origin: 'found', enteredOn: addDays(today, -10) },
  ...{ staffCount: '62', staffCountedOn: addDays(today, -3), staffEvidence: 'insurance' },
  ...{ responsibleId: '', nextVisitOn: '' },
  ...more,
});
const enter = (actor: Actor, more = {}) =>
  enterEmployer(as(actor), enterEmployerInput.parse(facts(more)));
const entered = async (actor: Actor = town, more = {}) => {
  const result = await enter(actor, more);
  if (!result.ok) throw new Error(result.reason);
  return result.value.employerId;
};
const stored = async (id: string) =>
  (
    await sqlAsOwner()`select *, listed_on::text as listed from register_entries where employer_id = ${id}`
  )[0];
const lines = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;
const _rows = async (actor: Actor, asked: Record<string, string> = {}) =>
  (await listRegister(as(actor), registerFilter.parse(asked))).rows.map(({ name }) => name);

describe('a visit', () => {
  const visit = (actor: Actor, employerId: string, more: Record<string, unknown> = {}) =>
    recordVisitInput
      .parseAsync({
        ...{ employerId, visitedOn: today, met: 'personnel', result: 'explained' },
        nextVisitOn: addDays(today, 7),
        ...more,
      })
      .then((input) => recordVisit(as(actor), input));
  const picture = () =>
    sharp({ create: { width: 64, height: 48, channels: 3, background: '#b3261e' } })
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer();
  const file = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'gate.jpg');

  it('moves the entry on, and is seen with its photo, without what the camera wrote', async () => {
    const id = await entered();
    const photo = file(new Uint8Array(await picture()));
    expect(await visit(town, id, { photos: photo })).toMatchObject({ ok: true });
    expect(await findEntry(as(town), id)).toMatchObject({
      ...{ status: 'promoting', nextVisitOn: addDays(today, 7) },
    });
    const [seen] = await listVisits(as(town), id);
    expect(seen).toMatchObject({ met: 'personnel', corrected: false, officer: town.displayName });
    const content = await openVisitPhoto(as(viewer), seen?.photos[0] ?? '');
    expect(content.includes('secret place')).toBe(false);
    await expect(openVisitPhoto(as(otherTown), seen?.photos[0] ?? '')).rejects.toThrow(NotFound);
  });

  it('is refused in the future, with a next day that is not after it, and with what is no picture', async () => {
    const id = await entered();
    expect(await visit(town, id, { visitedOn: addDays(today, 1), nextVisitOn: '' })).toMatchObject({
      reason: 'future',
    });
    expect(await visit(town, id, { nextVisitOn: today })).toMatchObject({
      reason: 'next_not_after',
      fieldErrors: { nextVisitOn: expect.any(String) },
    });
    const text = new TextEncoder().encode('no picture');
    expect(await visit(town, id, { photos: file(text) })).toMatchObject({ reason: 'bad_photo' });
    await expect(visit(otherTown, id)).rejects.toThrow(NotFound);
    expect(await lines('record_visit')).toBe(0);
  });

  it('is corrected once by a new row; the first stays, and the next day follows the new one', async () => {
    const id = await entered();
    await visit(town, id);
    const [first] = await listVisits(as(town), id);
    const correct = (visitId: string) =>
      correctVisit(as(town), {
        ...{ employerId: id, visitId, visitedOn: addDays(today, -1), met: 'nobody' },
        ...{ result: 'not_met', nextVisitOn: null, photos: [], correctionReason: '日期写错' },
      });
    expect(await correct(first?.id ?? '')).toMatchObject({ ok: true });
    expect(await correct(first?.id ?? '')).toMatchObject({ reason: 'corrected_before' });
    const all = await listVisits(as(town), id);
    expect(all.map(({ result, corrected }) => [result, corrected])).toEqual([
      ['explained', true],
      ['not_met', false],
    ]);
    expect(await findEntry(as(town), id)).toMatchObject({ nextVisitOn: null });
    const other = await entered(town, { name: '另一家', uscc: '' });
    await visit(town, other);
    const [theirs] = await listVisits(as(town), other);
    await expect(correct(theirs?.id ?? '')).rejects.toThrow(NotFound);
  });

  it('reminds its officer once on the day, all that are due in one notice, missed days too', async () => {
    const responsibleId = town.accountId;
    const first = await entered(town, { responsibleId, nextVisitOn: addDays(today, -3) });
    await entered(town, { name: '今天的', uscc: '', responsibleId, nextVisitOn: today });
    await entered(town, {
      name: '明天的',
      uscc: '',
      responsibleId,
      nextVisitOn: addDays(today, 1),
    });
    expect(await remindVisits(as(town))).toBe(2);
    expect(await remindVisits(as(town))).toBe(0);
    const told =
      await sqlAsOwner()`select title, body from notices where account_id = ${responsibleId}`;
    expect(told).toHaveLength(1);
    expect(told[0]?.title).toBe('今天有 2 家企业该走访');
    await assignEntry(as(town), {
      ...{ employerId: first, version: 1, responsibleId, nextVisitOn: null },
    });
    expect(await remindVisits(as(town))).toBe(0);
  });

  it('reminds nobody whose role has ended, and the others where one row cannot be written', async () => {
    await entered(town, { responsibleId: town.accountId, nextVisitOn: today });
    const boss = (district as typeof town).accountId;
    const bad = await entered(district, {
      name: '坏行',
      uscc: '',
      responsibleId: boss,
      nextVisitOn: today,
    });
    const row = { table: 'register_entries', column: 'employer_id', value: bad };
    expect(await withBadRow(row, () => remindVisits(as(town)))).toBe(1);
    expect(await remindVisits(as(town))).toBe(1);
    await entered(town, {
      name: '没人了',
      uscc: '',
      responsibleId: town.accountId,
      nextVisitOn: today,
    });
    await sqlAsOwner()`update role_grants set revoked_at = now() where account_id = ${town.accountId}`;
    expect(await remindVisits(as(town))).toBe(0);
  });
});

describe('a cluster of members', () => {
  const gather = (n: number, given: { employerId?: string; employerName?: string }) =>
    arrange(async (tx) => {
      for (let at = 0; at < n; at++) {
        const { personId } = await aMember(tx, { organisationId: tree.home.id });
        await tx.db.execute(`update memberships set
          employer_id = ${given.employerId ? `'${given.employerId}'` : 'null'},
          employer_name = ${given.employerName ? `'${given.employerName}'` : 'null'}
          where person_id = '${personId}'`);
      }
    });
  const names = async (actor: Actor) =>
    (await listClusters(as(actor))).map(({ name, members }) => [name, members]);

  it('of ten is proposed and of nine is not, in its own area, until it is dismissed; then at eleven', async () => {
    await gather(9, { employerName: '某家政公司' });
    expect(await names(town)).toEqual([]);
    await gather(1, { employerName: '某家政公司' });
    expect(await names(town)).toEqual([['某家政公司', 10]]);
    expect(await names(district)).toHaveLength(1);
    expect(await names(otherTown)).toEqual([]);
    const which = { homeId: tree.home.id, employerId: null, employerName: '某家政公司' };
    await expect(dismissCluster(as(otherTown), { ...which, reason: '不' })).rejects.toThrow(
      Forbidden,
    );
    expect(await dismissCluster(as(town), { ...which, reason: '同名的两家' })).toMatchObject({
      ok: true,
    });
    expect(await dismissCluster(as(town), { ...which, reason: '再' })).toMatchObject({
      reason: 'answered',
    });
    expect(await names(town)).toEqual([]);
    await gather(1, { employerName: '某家政公司' });
    expect(await names(town)).toEqual([['某家政公司', 11]]);
    expect(await lines('answer_cluster')).toBe(1);
  });

  it('that is taken comes into the register as found, with who took it as responsible, once', async () => {
    await gather(10, { employerName: '某家政公司' });
    const which = { homeId: tree.home.id, employerId: null, employerName: '某家政公司' };
    const taken = await takeCluster(as(town), which);
    if (!taken.ok) throw new Error(taken.reason);
    expect(await findEntry(as(town), taken.value.employerId)).toMatchObject({
      ...{ name: '某家政公司', source: 'cluster', origin: 'found', responsibleId: town.accountId },
    });
    expect(await takeCluster(as(town), which)).toMatchObject({ reason: 'answered' });
    expect(await names(town)).toEqual([]);
  });

  it('is none where the employer has a union, and keeps an entry that is there as it was', async () => {
    const id = await entered(town, { origin: 'listed', source: 'assigned' });
    await gather(10, { employerId: id });
    const which = { homeId: tree.home.id, employerId: id, employerName: '' };
    expect(await takeCluster(as(town), which)).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ origin: 'listed', source: 'assigned' });
    const united = await arrange((tx) => anEmployer(tx, { unionId: tree.union.id }));
    await gather(10, { employerId: united.id });
    expect(await names(town)).toEqual([]);
  });
});
