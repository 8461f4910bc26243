import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree, type Tree } from '@/db/factories/organisations';
import { aVenue } from '@/db/factories/venues';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { Forbidden, NotFound } from '@/lib/errors';
import { findManagedVenue, listVenueChoices, listVenues } from '../queries/venues';
import { addVenueInput, changeVenueInput, venueFilter } from '../schema/venue';
import { closeVenue, reopenVenue } from './close-venue';
import { addVenue, changeVenue } from './save-venue';

let tree: Tree;
let district: Actor;
let town: Actor;
let otherTown: Actor;
let union: Actor;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'organisation_officer' | 'town_admin' | 'union_admin', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  district = await officer('organisation_officer', tree.district.id);
  town = await officer('town_admin', tree.town.id);
  otherTown = await officer('town_admin', tree.otherTown.id);
  union = await officer('union_admin', tree.union.id);
});

const facts = (more: Record<string, string> = {}) => ({
  name: '甲街道职工之家',
  townId: tree.town.id,
  address: '测试路 1 号',
  mapUrl: 'https://surl.amap.com/abc',
  capacity: '60',
  ...more,
});
const add = (actor: Actor, more = {}) =>
  addVenue(as(actor), addVenueInput.parse({ ...facts(more), organisationId: tree.town.id }));
const stored = async (id: string) => (await sqlAsOwner()`select * from venues where id = ${id}`)[0];
const lines = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;
const made = async (actor: Actor = town, more = {}) => {
  const result = await add(actor, more);
  if (!result.ok) throw new Error(result.reason);
  return result.value.venueId;
};
const names = async (actor: Actor, asked: Record<string, string> = {}) =>
  (await listVenues(as(actor), venueFilter.parse(asked))).rows.map((row) => row.name);

describe('the register of venues', () => {
  it('takes a place once at an organisation, by its own officers and those above, and audits it', async () => {
    const id = await made();
    expect(await stored(id)).toMatchObject({ capacity: 60, town_id: tree.town.id, version: 1 });
    expect(await lines('add_venue')).toBe(1);
    expect(await add(district)).toMatchObject({
      reason: 'name_taken',
      fieldErrors: { name: '这个单位已有同名的地点' },
    });
    await expect(add(otherTown, { name: '别处' })).rejects.toThrow(Forbidden);
    await expect(add(union, { name: '别处' })).rejects.toThrow(Forbidden);
  });

  it('refuses a link that leads to no map, and a town that is none', async () => {
    expect(await add(town, { mapUrl: 'https://evil.example/' })).toMatchObject({
      reason: 'bad_map_link',
      fieldErrors: { mapUrl: expect.stringContaining('地图网站') },
    });
    expect(await add(town, { townId: tree.union.id })).toMatchObject({ reason: 'not_a_town' });
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ address: '路' }, 'address'],
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: '两百' }, 'capacity'],
    [{ mapUrl: 'x'.repeat(301) }, 'mapUrl'],
  ])('says at its field what is wrong with %o', (more, field) => {
    const bad = addVenueInput.safeParse({ ...facts(more), organisationId: tree.town.id });
    expect(bad.error?.issues[0]?.path[0]).toBe(field);
  });

  it('is changed by who keeps it; a stale page is refused with the present version', async () => {
    const id = await made();
    const change = (actor: Actor, version: string, more = {}) =>
      changeVenue(as(actor), changeVenueInput.parse({ ...facts(more), venueId: id, version }));
    expect(await change(town, '1', { address: '测试路 2 号' })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ address: '测试路 2 号', version: 2 });
    expect(await lines('change_venue')).toBe(1);
    expect(await change(district, '1')).toMatchObject({
      reason: 'changed_meanwhile',
      detail: { version: 2 },
    });
    await expect(change(otherTown, '2')).rejects.toThrow(NotFound);
    await expect(change(union, '2')).rejects.toThrow(NotFound);
  });

  it('shows an officer their own and those of the unions above, and no sibling’s', async () => {
    await made();
    await arrange((tx) =>
      aVenue(tx, { organisationId: tree.district.id, name: '工人文化宫', address: '中心路 8 号' }),
    );
    await arrange((tx) => aVenue(tx, { organisationId: tree.otherTown.id, name: '乙镇文化站' }));
    expect(await names(district)).toHaveLength(3);
    expect(await names(town)).toEqual(['工人文化宫', '甲街道职工之家']);
    expect(await names(union)).toEqual(['工人文化宫', '甲街道职工之家']);
    expect(await names(otherTown)).toEqual(['乙镇文化站', '工人文化宫'].sort());
    expect(await names(town, { q: '中心路' })).toEqual(['工人文化宫']);
    expect(await names(town, { q: '%' })).toEqual([]);
    const { rows } = await listVenues(as(town), venueFilter.parse({}));
    expect(rows.map((row) => row.mine)).toEqual([false, true]);
    expect((await listVenueChoices(as(union))).map((v) => v.name)).toEqual([
      '工人文化宫',
      '甲街道职工之家',
    ]);
    const [own] = rows.filter((row) => row.mine);
    expect(await findManagedVenue(as(union), own?.id ?? '')).toBeNull();
    expect(await findManagedVenue(as(town), own?.id ?? '')).toMatchObject({ coming: 0 });
    expect(await findManagedVenue(as(town), 'no id')).toBeNull();
  });
});

describe('closing a venue', () => {
  const sessionIn = (venueId: string, status: 'draft' | 'open' | 'finished' = 'open') =>
    arrange(async (tx) => {
      const offering = await anOffering(tx, { organisationId: tree.town.id, status });
      return aSession(tx, { offeringId: offering.id, venueId });
    });
  const close = (actor: Actor, venueId: string, version = 1) =>
    closeVenue(as(actor), { venueId, version, reason: '装修' });

  it('is refused while sessions are to come, with their number and the first, drafts too', async () => {
    const id = await made();
    await sessionIn(id);
    await sessionIn(id, 'draft');
    await sessionIn(id, 'finished');
    expect(await close(town, id)).toMatchObject({
      reason: 'in_use',
      detail: { sessions: 2, first: expect.stringMatching(/09:00/) },
    });
    expect(await stored(id)).toMatchObject({ closed_at: null, version: 1 });
  });

  it('takes it off the list, once those to come are cancelled, and back on', async () => {
    const id = await made();
    const session = await sessionIn(id);
    await sqlAsOwner()`update offering_sessions set cancelled_at = now() where id = ${session.id}`;
    await expect(close(otherTown, id)).rejects.toThrow(NotFound);
    expect(await close(town, id)).toMatchObject({ ok: true });
    expect(await lines('close_venue')).toBe(1);
    expect(await close(town, id, 2)).toMatchObject({ reason: 'stale' });
    expect(await names(town)).toEqual([]);
    expect(await names(town, { state: 'closed' })).toEqual(['甲街道职工之家']);
    expect(await listVenueChoices(as(town))).toEqual([]);
    const again = () => reopenVenue(as(town), { venueId: id, version: 2 });
    const second = await made();
    expect(await again()).toMatchObject({ reason: 'name_taken' });
    expect(await close(town, second)).toMatchObject({ ok: true });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again()).toMatchObject({ reason: 'stale' });
    expect(await names(town)).toEqual(['甲街道职工之家']);
    expect(await lines('reopen_venue')).toBe(1);
  });
});
