import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { withBadRow } from '@/db/testing/spoil';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { personalData } from '../personal-data';
import { getChildRecord } from '../queries/child-record';
import { getClassDay } from '../queries/class-day';
import { getGuardianClass } from '../queries/guardian-class';
import { getIncidentLog } from '../queries/incidents';
import { listMyClasses } from '../queries/my-classes';
import { aClass, almostReady, anotherClass, type Class, ready } from './class-day.test-helpers';
import { handOver } from './hand-over';
import { recordCheck } from './record-check';
import { removeClassStaff } from './remove-staff';
import { revealHealth } from './reveal-health';
import { signInChild } from './sign-in';
import { undoSignIn } from './undo-sign-in';
import { watchClasses } from './watch-classes';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
});
const child = () => ({ sessionId: c.sessionId, bookingId: c.bookingId });
const looks = async () => (await getGuardianClass(c.mother, c.bookingId)).looks;

describe('an officer of the organiser who is not assigned to the class', () => {
  it('sees the day and its log, and neither takes a child over nor opens its record', async () => {
    await ready(c);
    expect(await getClassDay(c.officer, c.sessionId)).toMatchObject({ looksAfter: false });
    expect((await getIncidentLog(c.officer, c.sessionId)).children).toHaveLength(1);
    await expect(getChildRecord(c.officer, c.sessionId, c.bookingId)).rejects.toThrow(NotFound);
    for (const act of [
      () => signInChild(c.officer, child()),
      () => undoSignIn(c.officer, child()),
      () => revealHealth(c.officer, child()),
      () => handOver(c.officer, { by: 'stranger', ...child(), stranger: null }),
    ]) {
      await expect(act()).rejects.toThrow(Forbidden);
    }
    expect(await looks()).toEqual([]);
  });
});

describe('the staff of a class', () => {
  it('find it under 我带的班, open to them from the day of their check until it is over', async () => {
    const staffId = await almostReady(c);
    expect(await listMyClasses(c.teacher)).toMatchObject([{ role: '带班老师', isChecked: false }]);
    await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '1' });
    expect(await listMyClasses(c.teacher)).toMatchObject([{ isChecked: true }]);
    for (const who of [c.officer, c.mother]) expect(await listMyClasses(who)).toEqual([]);
    await removeClassStaff(c.officer, { staffId });
    expect(await listMyClasses(c.teacher)).toEqual([]);
  });

  it('who are taken off it open no record from the next request on', async () => {
    const staffId = await ready(c);
    await getChildRecord(c.teacher, c.sessionId, c.bookingId);
    await removeClassStaff(c.officer, { staffId });
    await expect(getChildRecord(c.teacher, c.sessionId, c.bookingId)).rejects.toThrow(NotFound);
    expect(await looks()).toHaveLength(1);
  });
});

describe('who looked after a class', () => {
  it('is forgotten after the years that a check is kept; role and date stay as proof', async () => {
    await ready(c);
    const forget = () => transaction(makeCtx(system()), (tx) => personalData.expire(tx));
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '1098 days',
      ends_at = now() - interval '1094 days' where id = ${c.sessionId}`;
    await forget();
    const lines = () => sqlAsOwner()`
      select name, role, phone_tail, check_passed_on, check_reference from class_staff`;
    expect(await lines()).toMatchObject([{ name: '李素梅', phone_tail: '0002' }]);
    await sqlAsOwner()`update offering_sessions set ends_at = now() - interval '1096 days'`;
    await forget();
    const [line] = await lines();
    expect(line).toMatchObject({ name: '已删除', role: 'teacher', phone_tail: '' });
    expect(line).toMatchObject({ check_reference: '已删除', check_passed_on: expect.anything() });
  });
});

describe('a class of today that nobody has opened', () => {
  it('alarms its organiser, and tells no guardian that a child is missing', async () => {
    const staffId = await almostReady(c);
    await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '1' });
    await sqlAsOwner()`insert into settings (key, value) values ('childcare_absence_minutes', '5')`;
    expect(await watchClasses(makeCtx(system()))).toEqual({ alarmed: 1, notified: 0 });
    const notified =
      await sqlAsOwner()`select body from notices where title = '托管班今天不能签到'`;
    expect(notified).toMatchObject([{ body: expect.stringContaining('还没有点“开班”') }]);
  });

  it('alarms although another class cannot be watched', async () => {
    const other = await anotherClass(c);
    const alarms = () => sqlAsOwner()`select link from notices where title = '托管班今天不能签到'`;
    const page = (id: string) => `/desk/offerings/${c.place.offeringId}/staff?session=${id}`;
    const row = { table: 'notices', column: 'link', value: page(c.sessionId) };
    const run = () => watchClasses(makeCtx(system()));
    expect(await withBadRow(row, run)).toEqual({ alarmed: 1, notified: 0 });
    expect(await alarms()).toEqual([{ link: page(other) }]);
    await run();
    expect(await alarms()).toHaveLength(2);
  });
});
