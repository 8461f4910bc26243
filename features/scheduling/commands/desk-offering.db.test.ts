import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { listDeskOfferings } from '../queries/desk-offerings';
import {
  changeOfferingInput,
  createOfferingInput,
  publishOfferingInput,
} from '../schema/manage-offering';
import { addSessionInput } from '../schema/manage-session';
import { addSession } from './add-session';
import { changeOffering } from './change-offering';
import { closeOffering } from './close-offering';
import { copyOffering } from './copy-offering';
import { createOffering } from './create-offering';
import { finishOffering } from './finish-offering';
import { openOffering } from './open-offering';
import { publishOffering } from './publish-offering';

const today = todayOn(new Date());
const form = (more: Record<string, unknown> = {}) => ({
  kind: 'training',
  title: '电工初级班',
  visibility: 'all',
  cancelHours: '24',
  bookingOpensAt: `${addDays(today, -1)}T10:00`,
  bookingClosesAt: `${addDays(today, 20)}T18:00`,
  contactPhone: '0775-4567890',
  membersOnly: 'yes',
  hours: '40',
  ...more,
});

const scene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    const other = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const member = await aMember(tx, { organisationId: tree.union.id });
    for (let n = 0; n < 4; n++) await aMember(tx, { organisationId: tree.union.id });
    return { tree, me: as(officer.actor), other: as(other.actor), member };
  });
/** The same form for a stored offering, whose conditions have a page of their own. */
const changed = (more: Record<string, unknown>) => {
  const { membersOnly: _own, ...rest } = form(more);
  return changeOfferingInput.parse(rest);
};
type Scene = Awaited<ReturnType<typeof scene>>;

async function aDraft({ me, tree }: Scene, more = {}) {
  const input = { ...form(more), organisationId: tree.union.id };
  const made = await createOffering(me, createOfferingInput.parse(input));
  if (!made.ok) throw new Error(made.reason);
  return made.value.offeringId;
}

const aSessionOn = (offeringId: string, more = {}) =>
  addSessionInput.parse({
    offeringId,
    title: '第一场',
    place: '职工之家',
    startsOn: addDays(today, 30),
    startTime: '09:00',
    endTime: '11:00',
    capacity: '10',
    ...more,
  });

const auditOf = async (action: string) =>
  sqlAsOwner()`select * from audit_entries where action = ${action}`;
const move = (offeringId: string, version: number) => ({ offeringId, version });
const publish = (offeringId: string, version = 1, more = {}) =>
  publishOfferingInput.parse({ offeringId, version, ...more });

beforeEach(resetDb);

describe('making an offering', () => {
  it('keeps a draft with its rules and details, on record, and only where the officer holds the right', async () => {
    const h = await scene();
    const id = await aDraft(h, { ageMin: '18', occupations: 'courier', fee: '20.5' });
    const [row] = await sqlAsOwner()`select * from offerings`;
    expect(row).toMatchObject({
      id,
      status: 'draft',
      rules: { membersOnly: true, ageMin: 18, occupations: ['courier'] },
      details: { feeFen: 2050, hours: 40 },
    });
    expect(await auditOf('create_offering')).toHaveLength(1);
    const elsewhere = { ...form(), organisationId: h.tree.otherUnion.id };
    await expect(createOffering(h.me, createOfferingInput.parse(elsewhere))).rejects.toThrow(
      Forbidden,
    );
    const screening = { ...form({ kind: 'screening' }), organisationId: h.tree.union.id };
    await expect(createOffering(h.me, createOfferingInput.parse(screening))).rejects.toThrow(
      Forbidden,
    );
  });

  it('is not there for another union, in any list or command', async () => {
    const h = await scene();
    const id = await aDraft(h);
    await expect(getDeskOffering(h.other, id)).rejects.toThrow(NotFound);
    await expect(publishOffering(h.other, publish(id))).rejects.toThrow(NotFound);
    await expect(
      copyOffering(h.other, { offeringId: id, startsOn: null, title: '下一期', term: '' }),
    ).rejects.toThrow(NotFound);
    expect((await listDeskOfferings(h.other, {})).items).toEqual([]);
    expect((await listDeskOfferings(h.me, {})).items).toMatchObject([{ id, phase: 'draft' }]);
  });
});

describe('publishing', () => {
  it('says everything that is missing, then publishes a complete one once', async () => {
    const h = await scene();
    const id = await aDraft(h, { contactPhone: '', bookingOpensAt: '' });
    const refused = await publishOffering(h.me, publish(id));
    expect(refused).toMatchObject({ ok: false, reason: 'incomplete' });
    expect(!refused.ok && refused.detail?.text).toBe(
      '填开始报名的时间；填咨询电话；加至少一个还没开始的场次',
    );
    await addSession(h.me, aSessionOn(id));
    const full = changed({ offeringId: id, version: 1 });
    expect(await changeOffering(h.me, full)).toMatchObject({ ok: true });
    expect(await publishOffering(h.me, publish(id, 2))).toMatchObject({ ok: true });
    expect(await publishOffering(h.me, publish(id, 3))).toMatchObject({ reason: 'cannot_move' });
    expect(await auditOf('publish_offering')).toHaveLength(1);
    expect(await getDeskOffering(h.me, id)).toMatchObject({ phase: 'open', version: 3 });
  });

  it('warns when no member could book, and goes on when told to', async () => {
    const h = await scene();
    const id = await aDraft(h, { ageMin: '99' });
    await addSession(h.me, aSessionOn(id));
    expect(await publishOffering(h.me, publish(id))).toMatchObject({ reason: 'warned' });
    const evenSo = publish(id, 1, { evenSo: 'yes' });
    expect(await publishOffering(h.me, evenSo)).toMatchObject({ ok: true });
  });
});

describe('changing an offering', () => {
  it('tells the second of two officers what differs, and keeps the first change', async () => {
    const h = await scene();
    const id = await aDraft(h);
    const by = (title: string) =>
      changeOffering(h.me, changed({ title, offeringId: id, version: 1 }));
    expect(await by('电工中级班')).toMatchObject({ ok: true });
    expect(await by('电工高级班')).toMatchObject({
      ok: false,
      reason: 'changed_meanwhile',
      detail: { version: 2, fields: '名称' },
    });
    const [row] = await sqlAsOwner()`select title, version from offerings`;
    expect(row).toEqual({ title: '电工中级班', version: 2 });
  });

  it('keeps the window of what people see, and the term once someone has booked', async () => {
    const h = await scene();
    const { id, session } = await arrange(async (tx) => {
      const o = await anOffering(tx, { organisationId: h.tree.union.id, contactPhone: '12351' });
      return { id: o.id, session: await aSession(tx, { offeringId: o.id }) };
    });
    const given = { offeringId: id, sessionId: session.id, who: 'self' };
    await bookPlace(as(actorOf(h.member)), bookPlaceInput.parse(given));
    const emptied = changed({ bookingClosesAt: '', offeringId: id, version: 1 });
    expect(await changeOffering(h.me, emptied)).toMatchObject({
      reason: 'invalid',
      fieldErrors: { bookingClosesAt: expect.any(String) },
    });
  });
});

describe('the life of an offering', () => {
  it('closes by hand, opens again, and finishes only when it is over', async () => {
    const h = await scene();
    const id = await aDraft(h);
    await addSession(h.me, aSessionOn(id));
    await publishOffering(h.me, publish(id));
    expect(await closeOffering(h.me, move(id, 2))).toMatchObject({ ok: true });
    expect((await getDeskOffering(h.me, id)).phase).toBe('closed');
    expect(await openOffering(h.me, move(id, 2))).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await openOffering(h.me, move(id, 3))).toMatchObject({ ok: true });
    expect(await finishOffering(h.me, move(id, 4))).toMatchObject({ reason: 'not_over' });
    await sqlAsOwner()`update offering_sessions
      set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`;
    expect(await finishOffering(h.me, move(id, 4))).toMatchObject({ ok: true });
    expect((await auditOf('finish_offering'))[0]).toMatchObject({ entity_id: id });
  });

  it('filters the list by the phase that each row shows', async () => {
    const h = await scene();
    const id = await aDraft(h);
    await addSession(h.me, aSessionOn(id));
    await publishOffering(h.me, publish(id));
    const ids = async (phase: 'draft' | 'open' | 'closed' | 'finished' | 'published') =>
      (await listDeskOfferings(h.me, { phase })).items.map((o) => o.id);
    expect([await ids('open'), await ids('draft'), await ids('closed')]).toEqual([[id], [], []]);
    await sqlAsOwner()`update offerings set booking_opens_at = now() + interval '1 day'`;
    expect([await ids('published'), await ids('open')]).toEqual([[id], []]);
    await sqlAsOwner()`update offering_sessions
      set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`;
    expect([await ids('finished'), await ids('published')]).toEqual([[id], []]);
  });
});

describe('copying', () => {
  it('makes a draft with every field and session, moved along by whole days', async () => {
    const h = await scene();
    const id = await aDraft(h, { description: '自带笔' });
    await addSession(h.me, aSessionOn(id));
    await addSession(h.me, aSessionOn(id, { title: '第二场', startsOn: addDays(today, 37) }));
    const startsOn = addDays(today, 90);
    const made = await copyOffering(h.me, { offeringId: id, startsOn, title: '下一期', term: '' });
    if (!made.ok) throw new Error(made.reason);
    const copy = await getDeskOffering(h.me, made.value.offeringId);
    expect(copy).toMatchObject({ status: 'draft', description: '自带笔', copiedFrom: id });
    expect(copy.sessions.map((s) => [s.title, todayOn(s.startsAt), s.capacity])).toEqual([
      ['第一场', startsOn, 10],
      ['第二场', addDays(startsOn, 7), 10],
    ]);
    const again = await copyOffering(h.me, {
      offeringId: copy.id,
      startsOn: null,
      title: '下一期',
      term: '',
    });
    expect(again.ok && (await getDeskOffering(h.me, again.value.offeringId)).copiedFrom).toBe(id);
    expect(copy.title).toBe('下一期');
    const past = await copyOffering(h.me, {
      offeringId: id,
      startsOn: addDays(today, -1),
      title: '下一期',
      term: '',
    });
    expect(past).toMatchObject({ reason: 'in_past' });
  });
});
