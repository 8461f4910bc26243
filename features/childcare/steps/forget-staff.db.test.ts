import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { phoneIndex } from '@/lib/crypto/indexes';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { addClassStaff } from '../commands/add-staff';
import { aClass, type Class, ready, teacherPhone } from '../commands/class-day.test-helpers';
import { getClassStaff } from '../queries/class-staff';
import { listMyClasses } from '../queries/my-classes';
import { forgetStaff, forgetStaffOf } from './forget-staff';

let c: Class;
const colleague = { name: '周志强', role: 'volunteer', phone: '13911110009' } as const;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
  await addClassStaff(c.officer, { sessionId: c.sessionId, ...colleague });
});

const ended = (days: number) => sqlAsOwner()`update offering_sessions
  set starts_at = now() - make_interval(days => ${days + 2}),
    ends_at = now() - make_interval(days => ${days}) where id = ${c.sessionId}`;
const forget = (...phones: string[]) =>
  transaction(makeCtx(system()), (tx) => forgetStaffOf(tx, phones.map(phoneIndex)));
const names = async () =>
  (
    await sqlAsOwner()<{ name: string }[]>`select name from class_staff order by created_at, id`
  ).map(({ name }) => name);

describe('somebody who wants to be forgotten', () => {
  it('is not while the class is on: who is with the children must be known', async () => {
    expect(await forget(teacherPhone)).toBe(0);
    expect(await names()).toEqual(['李素梅', '周志强']);
  });

  it('is once it is over, alone of its staff, with the day of the check left as proof', async () => {
    await ended(1);
    expect(await forget(teacherPhone)).toBe(1);
    expect(await names()).toEqual(['已删除', '周志强']);
    const [line] = await sqlAsOwner()`select role, phone_tail, check_reference,
      check_passed_on is not null as proved from class_staff where name = '已删除'`;
    expect(line).toEqual({
      role: 'teacher',
      phone_tail: '',
      check_reference: '已删除',
      proved: true,
    });
    const [other] = await sqlAsOwner()`select phone_tail, check_reference from class_staff
      where name = '周志强'`;
    expect(other).toEqual({ phone_tail: '0009', check_reference: null });
  });

  it('is known under any of their numbers, and forgotten once', async () => {
    await ended(1);
    expect(await forget('13900009999', teacherPhone)).toBe(1);
    expect(await forget('13900009999', teacherPhone)).toBe(0);
    expect(await forget()).toBe(0);
    expect(await names()).toEqual(['已删除', '周志强']);
  });

  it('stands on the desk without a phone, and finds the class under 我带的班 no more', async () => {
    await ended(0);
    expect(await listMyClasses(c.teacher)).toHaveLength(1);
    await forget(teacherPhone);
    expect((await getClassStaff(c.officer, c.sessionId)).staff).toMatchObject([
      { name: '已删除', phoneTail: '', reference: '已删除' },
      { name: '周志强', phoneTail: '0009' },
    ]);
    expect(await listMyClasses(c.teacher)).toEqual([]);
  });
});

describe('who looked after classes of long ago', () => {
  const clock = (days: number) => transaction(makeCtx(system()), (tx) => forgetStaff(tx, days));

  it('are forgotten together when their class is older than the days, and not a day before', async () => {
    await ended(100);
    expect(await clock(101)).toBe(0);
    expect(await clock(99)).toBe(2);
    expect(await clock(99)).toBe(0);
    expect(await names()).toEqual(['已删除', '已删除']);
  });
});
