import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { checklistItems } from '@/db/schema/enums';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getClassStaff } from '../queries/class-staff';
import type { ChecklistItem } from '../rules/readiness';
import { addClassStaff } from './add-staff';
import { aClass, almostReady, type Class, ready, teacherPhone } from './class-day.test-helpers';
import { openClass } from './open-class';
import { recordCheck } from './record-check';
import { recordChecklist } from './record-checklist';
import { removeClassStaff } from './remove-staff';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
});

const volunteer = { name: '周志强', role: 'volunteer', phone: '13911110009' } as const;
const add = (who = c.officer, given: Partial<Parameters<typeof addClassStaff>[1]> = {}) =>
  addClassStaff(who, { sessionId: c.sessionId, ...volunteer, ...given });
const staff = async () => (await getClassStaff(c.officer, c.sessionId)).staff;
const gaps = async () => (await getClassStaff(c.officer, c.sessionId)).gaps.map(({ gap }) => gap);
const entries = (action: string) =>
  sqlAsOwner()`select before, after from audit_entries where action = ${action} order by id`;
const record = (item: ChecklistItem, more: { doneOn?: string; note?: string } = {}) =>
  recordChecklist(c.officer, {
    sessionId: c.sessionId,
    item,
    doneOn: c.today,
    note: '合格',
    ...more,
  });

describe('whoever is not of the class’s organiser', () => {
  it('finds no class to staff, check, tick or open, be they another town, a union below or a mother', async () => {
    const staffId = await almostReady(c);
    const check = { staffId, passedOn: c.today, reference: '1' };
    const tick = { sessionId: c.sessionId, item: 'fire', doneOn: c.today, note: '合格' } as const;
    for (const who of [c.stranger, c.below, c.mother, c.teacher]) {
      for (const act of [
        () => add(who),
        () => recordCheck(who, check),
        () => recordChecklist(who, tick),
        () => removeClassStaff(who, { staffId }),
        () => openClass(who, { sessionId: c.sessionId }),
        () => getClassStaff(who, c.sessionId),
      ]) {
        await expect(act()).rejects.toThrow(NotFound);
      }
    }
    expect(await staff()).toMatchObject([{ name: '李素梅', state: 'missing' }]);
    expect(await entries('open_class')).toEqual([]);
  });

  it('finds none by an address that is none, or of another kind of service', async () => {
    for (const sessionId of ['', 'x', newId()]) {
      await expect(getClassStaff(c.officer, sessionId)).rejects.toThrow(NotFound);
    }
    await sqlAsOwner()`update offerings set kind = 'training'`;
    await expect(add()).rejects.toThrow(NotFound);
  });
});

describe('somebody who looks after a class', () => {
  it('is registered with the phone sealed, of which only the tail comes out', async () => {
    expect(await add()).toMatchObject({ ok: true, value: { sessionId: c.sessionId } });
    expect(await staff()).toMatchObject([
      { name: '周志强', role: 'volunteer', phoneTail: '0009', passedOn: null, state: 'missing' },
    ]);
    const view = JSON.stringify(await getClassStaff(c.officer, c.sessionId));
    expect(view).not.toContain(volunteer.phone);
    const [row] = await sqlAsOwner()`select * from class_staff`;
    expect(JSON.stringify(row)).not.toContain(volunteer.phone);
    const [entry] = await entries('add_class_staff');
    expect(entry?.after).toMatchObject({ role: 'volunteer', name: '周**' });
  });

  it('is told where the phone is known, and nobody learns whether it is', async () => {
    const [known, unknown] = [await add(c.officer, { phone: teacherPhone }), await add()];
    expect(Object.keys(known.ok ? known.value : {})).toEqual(
      Object.keys(unknown.ok ? unknown.value : {}),
    );
    const notified = await sqlAsOwner()`select title, link from notices`;
    expect(notified).toEqual([
      { title: '您已登记为托管班看护人员', link: `/class/${c.sessionId}` },
    ]);
  });

  it('stands once in a class, also when two officers type the same at once', async () => {
    const both = await Promise.all([add(), add()]);
    const refused = both.filter((done) => !done.ok);
    expect(refused).toMatchObject([
      { reason: 'staff_known', fieldErrors: { phone: expect.any(String) } },
    ]);
    expect(await staff()).toHaveLength(1);
    expect(await entries('add_class_staff')).toHaveLength(1);
  });

  it('may come back after being taken off, as a line of its own without the old check', async () => {
    const staffId = await ready(c);
    expect(await removeClassStaff(c.officer, { staffId })).toMatchObject({ ok: true });
    await expect(removeClassStaff(c.officer, { staffId })).rejects.toThrow(NotFound);
    const check = { staffId, passedOn: c.today, reference: '2' };
    await expect(recordCheck(c.officer, check)).rejects.toThrow(NotFound);
    expect(await add(c.officer, { phone: teacherPhone, name: '李素梅' })).toMatchObject({
      ok: true,
    });
    expect(await staff()).toMatchObject([{ name: '李素梅', state: 'missing' }]);
    // Who was with the children is known afterwards.
    expect(await sqlAsOwner()`select 1 from class_staff where removed_at is not null`).toHaveLength(
      1,
    );
  });
});

describe('a background check', () => {
  it('is kept as day, number and end, and nothing of it but the days is in the ledger', async () => {
    const staffId = await almostReady(c);
    expect(
      await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '港查 88 号' }),
    ).toMatchObject({ ok: true });
    expect(await staff()).toMatchObject([
      { passedOn: c.today, reference: '港查 88 号', state: 'valid' },
    ]);
    const [entry] = await entries('record_background_check');
    expect(entry?.before).toMatchObject({ staff: staffId, validUntil: null });
    expect(entry?.after).toMatchObject({ passedOn: c.today });
    expect(JSON.stringify(entry)).not.toContain('88');
  });

  it('counts as long as is set, to the day', async () => {
    await sqlAsOwner()`insert into settings (key, value) values ('childcare_check_months', '1')`;
    const staffId = await almostReady(c);
    const check = (passedOn: string) =>
      recordCheck(c.officer, { staffId, passedOn, reference: '1' });
    const [past] = await sqlAsOwner()<{ edge: string; before: string; ahead: string }[]>`select
      (${c.today}::date - interval '27 days')::date::text as edge,
      (${c.today}::date - interval '32 days')::date::text as before,
      (${c.today}::date + 1)::text as ahead`;
    expect(await check(past?.ahead ?? '')).toMatchObject({
      reason: 'future',
      fieldErrors: { passedOn: '查询日期不能晚于今天' },
    });
    expect(await check(past?.before ?? '')).toMatchObject({ reason: 'too_old' });
    expect(await check(past?.edge ?? '')).toMatchObject({ ok: true });
    expect(await staff()).toMatchObject([{ state: 'ending' }]);
  });

  it('of the officer’s own, or of their family, is recorded by somebody else (回避)', async () => {
    const { self, colleague } = await arrange(async (tx) => ({
      self: await anOfficer(tx, 'town_admin', c.place.tree.town.id),
      colleague: c.officer,
    }));
    const [phone] = ['13911110042'];
    await add(colleague, { phone, name: '何干事' });
    await sqlAsOwner()`update accounts set phone_index = (select phone_index from class_staff)
      where id = ${self.accountId}`;
    const [row] = await sqlAsOwner()<{ id: string }[]>`select id from class_staff`;
    const check = { staffId: row?.id ?? '', passedOn: c.today, reference: '1' };
    expect(await recordCheck(as(self.actor), check)).toMatchObject({ reason: 'own_case' });
    expect(await recordCheck(colleague, check)).toMatchObject({ ok: true });
  });
});

describe('the checklist of a class', () => {
  it('takes an item again instead of twice, and the ledger keeps both', async () => {
    expect(await record('food', { note: '许可证甲' })).toMatchObject({ ok: true });
    expect(await record('food', { note: '许可证乙' })).toMatchObject({ ok: true });
    const { checklist } = await getClassStaff(c.officer, c.sessionId);
    expect(checklist).toEqual([{ item: 'food', doneOn: c.today, note: '许可证乙' }]);
    const notes = (await entries('record_class_checklist')).map(({ after }) => after.note);
    expect(notes).toEqual(['许可证甲', '许可证乙']);
  });

  it('takes no day that is still to come', async () => {
    const ahead = await record('fire', { doneOn: '2999-01-01' });
    expect(ahead).toMatchObject({
      reason: 'future',
      fieldErrors: { doneOn: '日期不能晚于今天' },
    });
    expect((await getClassStaff(c.officer, c.sessionId)).checklist).toEqual([]);
  });
});

describe('the opening of a class', () => {
  it('waits for somebody, for their check, and for each item of the list', async () => {
    expect((await gaps()).sort()).toEqual(
      ['no_staff', ...checklistItems.map((item) => `item_${item}`)].sort(),
    );
    for (const item of checklistItems) {
      expect(await openClass(c.officer, c)).toMatchObject({ reason: 'not_ready' });
      await record(item);
    }
    expect(await openClass(c.officer, c)).toMatchObject({
      detail: { text: '还没有登记看护人员' },
    });
    await add();
    expect(await gaps()).toEqual(['check_missing']);
    const [row] = await sqlAsOwner()<{ id: string }[]>`select id from class_staff`;
    await recordCheck(c.officer, { staffId: row?.id ?? '', passedOn: c.today, reference: '1' });
    expect(await gaps()).toEqual([]);
    expect(await openClass(c.officer, c)).toMatchObject({ ok: true });
    expect((await getClassStaff(c.officer, c.sessionId)).openedAt).not.toBeNull();
  });

  it('happens once when two officers press at the same moment', async () => {
    const staffId = await almostReady(c);
    await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '1' });
    const both = await Promise.all([openClass(c.officer, c), openClass(c.officer, c)]);
    expect(both.map((done) => (done.ok ? 'ok' : done.reason)).sort()).toEqual(['class_open', 'ok']);
    expect(await entries('open_class')).toHaveLength(1);
  });

  it('is refused for a class that was cancelled, and for one whose check ran out since', async () => {
    const staffId = await almostReady(c);
    await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '1' });
    await sqlAsOwner()`update class_staff set check_passed_on = check_passed_on - 400,
      check_valid_until = ${c.today}::date - 1`;
    expect(await openClass(c.officer, c)).toMatchObject({
      reason: 'not_ready',
      detail: { text: '1 人的犯罪记录查询已过期' },
    });
    await sqlAsOwner()`update offering_sessions set cancelled_at = now()`;
    expect(await openClass(c.officer, c)).toMatchObject({ reason: 'class_cancelled' });
  });

  it('is not for an officer of another matter, nor for the same without the role', async () => {
    const plain = await arrange((tx) => anOfficer(tx, 'economy_officer', c.place.tree.town.id));
    await expect(openClass(as(plain.actor), c)).rejects.toThrow(NotFound);
    await expect(openClass(as(actorOf(plain)), c)).rejects.toThrow(NotFound);
  });
});
