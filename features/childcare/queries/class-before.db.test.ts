import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { addClassStaff } from '../commands/add-staff';
import { aClass, type Class } from '../commands/class-day.test-helpers';
import { copyClass } from '../commands/copy-class';
import { recordCheck } from '../commands/record-check';
import { recordChecklist } from '../commands/record-checklist';
import { getClassStaff } from './class-staff';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const offeringOf = (given: { organisationId?: string; copiedFrom?: string } = {}) =>
  arrange((tx) =>
    anOffering(tx, { organisationId: c.place.tree.town.id, kind: 'childcare', ...given }),
  ).then(({ id }) => id);
/** A class of an offering, a day long, with one person registered. */
const staffed = async (offeringId: string, day: number, by = c.officer) => {
  const session = await arrange((tx) =>
    aSession(tx, { offeringId, startsAt: inDays(day), endsAt: inDays(day + 1) }),
  );
  const name = '李素梅';
  const phone = '13911110002';
  await addClassStaff(by, { sessionId: session.id, name, role: 'teacher', phone });
  return session.id;
};
const earlier = async () => (await getClassStaff(c.officer, c.sessionId)).before;
const staffOf = (sessionId: string) => sqlAsOwner()<{ id: string; check_recorded_by: string }[]>`
  select id, check_recorded_by from class_staff where session_id = ${sessionId}`;

describe('the class before', () => {
  it('is none while no other class has staff', async () => {
    await arrange((tx) => aSession(tx, { offeringId: c.place.offeringId }));
    expect(await earlier()).toBeNull();
  });

  it('is the latest of the same service, though another service has a later one', async () => {
    const other = await offeringOf();
    await staffed(c.place.offeringId, -60);
    const last = await staffed(c.place.offeringId, -30);
    await staffed(other, -1);
    expect((await earlier())?.id).toBe(last);
  });

  it('is of the service that this one was copied from, before one of another', async () => {
    const copy = await offeringOf({ copiedFrom: c.place.offeringId });
    const line = await staffed(copy, -90);
    await staffed(await offeringOf(), -1);
    expect((await earlier())?.id).toBe(line);
  });

  it('is of the same organiser’s other service where this one has none', async () => {
    const other = await staffed(await offeringOf(), -30);
    expect((await earlier())?.id).toBe(other);
  });

  it('is never one of another organiser, one that was cancelled, or one whose staff was forgotten', async () => {
    const elsewhere = await offeringOf({ organisationId: c.place.tree.otherTown.id });
    await staffed(elsewhere, -30, c.stranger);
    const cancelled = await staffed(c.place.offeringId, -30);
    await sqlAsOwner()`update offering_sessions set cancelled_at = now() where id = ${cancelled}`;
    const forgotten = await staffed(c.place.offeringId, -60);
    await sqlAsOwner()`update class_staff set name = '已删除', phone_tail = ''
      where session_id = ${forgotten}`;
    expect(await earlier()).toBeNull();
  });
});

describe('taking staff over', () => {
  it('keeps who recorded the check, and puts the officer’s name to no check of theirs', async () => {
    const from = await staffed(c.place.offeringId, -30);
    const [line] = await staffOf(from);
    const staffId = line?.id ?? '';
    const first = await arrange((tx) => anOfficer(tx, 'town_admin', c.place.tree.town.id));
    await recordCheck(as(first.actor), { staffId, passedOn: c.today, reference: '港查 9 号' });
    const input = { sessionId: c.sessionId, fromId: from, staff: [staffId], items: [] };
    expect(await copyClass(c.officer, input)).toMatchObject({ ok: true });
    const [copied] = await staffOf(c.sessionId);
    expect(copied?.check_recorded_by).toBe(first.accountId);
    expect(copied?.id).not.toBe(staffId);
  });

  it('takes nobody who was forgotten, and nobody who is not of that class', async () => {
    const from = await staffed(c.place.offeringId, -30);
    const third = await staffed(await offeringOf(), -10);
    const [[gone], [foreign]] = [await staffOf(from), await staffOf(third)];
    await sqlAsOwner()`update class_staff set name = '已删除' where id = ${gone?.id ?? ''}`;
    const staff = [gone?.id ?? '', foreign?.id ?? ''];
    await copyClass(c.officer, { sessionId: c.sessionId, fromId: from, staff, items: [] });
    expect(await staffOf(c.sessionId)).toEqual([]);
  });

  it('takes over only what was ticked there, and keeps what this class has already', async () => {
    const from = await staffed(c.place.offeringId, -30);
    const tick = (sessionId: string, item: 'fire' | 'food', note: string) =>
      recordChecklist(c.officer, { sessionId, item, doneOn: c.today, note });
    await tick(from, 'fire', '上一班');
    await tick(from, 'food', '上一班');
    await tick(c.sessionId, 'fire', '本班');
    await copyClass(c.officer, {
      sessionId: c.sessionId,
      fromId: from,
      staff: [],
      items: ['fire', 'emergency'],
    });
    const { checklist } = await getClassStaff(c.officer, c.sessionId);
    expect(checklist.map(({ item, note }) => [item, note])).toEqual([['fire', '本班']]);
  });

  it('never crosses organisers, not even for an officer who manages both', async () => {
    const district = await arrange((tx) =>
      anOfficer(tx, 'women_officer', c.place.tree.district.id),
    );
    const elsewhere = await offeringOf({ organisationId: c.place.tree.otherTown.id });
    const from = await staffed(elsewhere, -30, c.stranger);
    const [line] = await staffOf(from);
    const input = { sessionId: c.sessionId, fromId: from, staff: [line?.id ?? ''], items: [] };
    await expect(copyClass(as(district.actor), input)).rejects.toThrow(NotFound);
    expect(await staffOf(c.sessionId)).toEqual([]);
  });
});
