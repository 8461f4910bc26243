import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { aVenue } from '@/db/factories/venues';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { anonymous } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { addSessionInput, changeSessionInput } from '../schema/manage-session';
import { addSession } from './add-session';
import { changeSession } from './change-session';
import { copyOffering } from './copy-offering';
import { publishOffering } from './publish-offering';

const dayIn = (days: number) => addDays(todayOn(new Date()), days);

const scene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const me = as((await anOfficer(tx, 'union_admin', tree.union.id)).actor);
    const other = as((await anOfficer(tx, 'town_admin', tree.town.id)).actor);
    const far = as((await anOfficer(tx, 'union_admin', tree.otherUnion.id)).actor);
    const at = { organisationId: tree.union.id, contactPhone: '0775-4321000' };
    const offering = await anOffering(tx, { ...at, status: 'open', rules: {} });
    const theirs = await anOffering(tx, {
      ...{ organisationId: tree.town.id, title: '插花课', visibility: 'subtree' as const },
    });
    const venue = await aVenue(tx, {
      ...{ organisationId: tree.town.id, townId: tree.town.id },
      ...{ name: '甲街道职工之家', address: '测试路 1 号', capacity: 40 },
    });
    return { tree, me, other, far, offering, theirs, venue };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

let h: Scene;
beforeEach(async () => {
  await resetDb();
  h = await scene();
});

const form = (more: Record<string, unknown> = {}) => ({
  title: '一班',
  venueId: h.venue.id,
  place: '二楼教室',
  startsOn: dayIn(40),
  endsOn: '',
  startTime: '09:00',
  endTime: '11:00',
  capacity: '20',
  note: '',
  ...more,
});
const add = (ctx: Scene['me'], offeringId: string, more = {}) =>
  addSession(ctx, addSessionInput.parse({ ...form(more), offeringId }));
const stored = async (id: string) =>
  (await sqlAsOwner()`select * from offering_sessions where id = ${id}`)[0];
const added = async (ctx: Scene['me'], offeringId: string, more = {}) => {
  const result = await add(ctx, offeringId, more);
  if (!result.ok) throw new Error(`${result.reason} ${JSON.stringify(result.fieldErrors)}`);
  return result.value.sessionId;
};

describe('a session in a venue of the register', () => {
  it('is placed by its name and the room, in its town, and members read the address', async () => {
    const id = await added(h.me, h.offering.id);
    expect(await stored(id)).toMatchObject({
      place: '甲街道职工之家 二楼教室',
      venue_id: h.venue.id,
      town_id: h.tree.town.id,
      details: { room: '二楼教室' },
    });
    const page = await getOfferingPage(as(anonymous), h.offering.id);
    expect(page.sessions[0]?.venue).toEqual({
      name: '甲街道职工之家',
      address: '测试路 1 号',
      town: '甲街道总工会',
      mapUrl: null,
    });
  });

  it('may be in words alone, and must be one of both', async () => {
    const id = await added(h.me, h.offering.id, { venueId: '', place: '厂门口' });
    expect(await stored(id)).toMatchObject({ place: '厂门口', venue_id: null });
    const none = addSessionInput.safeParse({
      ...form({ venueId: '', place: '' }),
      offeringId: h.offering.id,
    });
    expect(none.error?.issues.map((issue) => issue.path[0])).toEqual(['place']);
  });

  it('has no more places than the venue holds', async () => {
    expect(await add(h.me, h.offering.id, { capacity: '41' })).toMatchObject({
      reason: 'invalid',
      fieldErrors: { capacity: expect.stringContaining('最多容纳 40 人') },
    });
  });

  it('is refused in a venue that is closed, or is not this officer’s to use', async () => {
    const far = await arrange((tx) =>
      aVenue(tx, { organisationId: h.tree.otherTown.id, name: '乙镇文化站' }),
    );
    const refusal = { reason: 'invalid', fieldErrors: { venueId: expect.any(String) } };
    expect(await add(h.me, h.offering.id, { venueId: far.id })).toMatchObject(refusal);
    await sqlAsOwner()`update venues set closed_at = now()`;
    expect(await add(h.me, h.offering.id)).toMatchObject(refusal);
  });
});

describe('a venue booked twice', () => {
  it('is asked once, with what stands there as far as the officer may know, and stored when meant so', async () => {
    await added(h.other, h.theirs.id);
    const refused = await add(h.me, h.offering.id, { startTime: '10:30', endTime: '12:00' });
    expect(refused).toMatchObject({
      reason: 'venue_used',
      fieldErrors: { venueId: expect.stringMatching(/“甲街道职工之家”这段时间已有：其他安排/) },
    });
    expect(await sqlAsOwner()`select 1 from offering_sessions`).toHaveLength(1);
    await added(h.me, h.offering.id, { startTime: '11:00', endTime: '12:00', title: '接着' });
    await added(h.me, h.offering.id, { startTime: '10:30', endTime: '12:00', evenSo: 'yes' });
    // The town's officer manages both, and reads what it is.
    const read = await add(h.other, h.theirs.id, { startTime: '10:00' });
    expect(read).toMatchObject({ detail: { text: expect.stringContaining('插花课') } });
  });

  it('is not asked of a session that stays where and when it is, but of one that comes there', async () => {
    await added(h.other, h.theirs.id);
    const id = await added(h.me, h.offering.id, { evenSo: 'yes' });
    const change = (version: string, more = {}) =>
      changeSession(h.me, changeSessionInput.parse({ ...form(more), sessionId: id, version }));
    expect(await change('1', { title: '改名' })).toMatchObject({ ok: true });
    expect(await change('2', { endTime: '10:30' })).toMatchObject({ reason: 'venue_used' });
    expect(await change('2', { startsOn: dayIn(41) })).toMatchObject({ ok: true });
    expect(await change('3')).toMatchObject({ reason: 'venue_used' });
  });

  it('is named before a draft is published, also where both are its own', async () => {
    const draft = await arrange((tx) =>
      anOffering(tx, {
        ...{ organisationId: h.tree.union.id, status: 'draft', publishedAt: null, title: '草稿' },
        contactPhone: '0775-4321000',
      }),
    );
    await added(h.me, draft.id);
    await added(h.me, draft.id, { title: '二班', evenSo: 'yes' });
    await added(h.me, draft.id, { title: '三班', place: '三楼' });
    const publish = (evenSo: boolean) =>
      publishOffering(h.me, { offeringId: draft.id, version: 1, evenSo });
    const refused = await publish(false);
    expect(refused).toMatchObject({ reason: 'warned' });
    const text = String(refused.ok ? '' : refused.detail?.text);
    expect(text.match(/这段时间已有：草稿/g)).toHaveLength(1);
    expect(await publish(true)).toMatchObject({ ok: true });
  });
});

describe('a copied session', () => {
  it('keeps its venue while that is open, else its words alone', async () => {
    const open = await added(h.me, h.offering.id);
    const { other, tree } = h;
    const closed = await arrange(async (tx) => {
      const gone = await aVenue(tx, { organisationId: tree.town.id, closedAt: tx.now });
      return aSession(tx, { offeringId: h.offering.id, venueId: gone.id, place: '老礼堂' });
    });
    const copied = await copyOffering(other, {
      ...{ offeringId: h.offering.id, startsOn: null, title: '下一期', term: '' },
    });
    if (!copied.ok) throw new Error(copied.reason);
    const rows = await sqlAsOwner()<{ place: string; venue_id: string | null }[]>`
      select place, venue_id from offering_sessions where offering_id = ${copied.value.offeringId}`;
    const of = (place: string) => rows.find((row) => row.place === place)?.venue_id;
    expect(of('甲街道职工之家 二楼教室')).toBe((await stored(open))?.venue_id);
    expect(of((await stored(closed.id))?.place)).toBeNull();
  });
});
