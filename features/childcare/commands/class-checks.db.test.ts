import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { transaction } from '@/lib/transaction';
import { listGaps } from '../queries/class-access';
import { getClassDay } from '../queries/class-day';
import { getClassStaff } from '../queries/class-staff';
import { addClassStaff } from './add-staff';
import { aClass, almostReady, type Class } from './class-day.test-helpers';
import { openClass } from './open-class';
import { recordCheck } from './record-check';
import { removeClassStaff } from './remove-staff';
import { signInChild } from './sign-in';

let c: Class;
let staffId: string;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  staffId = await almostReady(c);
});
const day = async (days: number) => {
  const [row] = await sqlAsOwner()<{ on: string }[]>`
    select (${c.today}::date + ${days}::int)::text as on`;
  return row?.on ?? '';
};
const check = (passedOn: string, reference = '港南查1号') =>
  recordCheck(c.officer, { staffId, passedOn, reference });
const gapsOn = (on: string) =>
  transaction(c.officer, async (tx) => (await listGaps(tx, c.sessionId, on)).map(({ gap }) => gap));
const arrive = () => signInChild(c.teacher, { sessionId: c.sessionId, bookingId: c.bookingId });
const ledger = (action: string) =>
  sqlAsOwner()`select before, after from audit_entries where action = ${action} order by id`;

describe('a check that ends while the class is on', () => {
  it('counts on its last day and is a gap from the next on, whatever is set by then', async () => {
    await check(c.today);
    const [row] = await sqlAsOwner()<{ until: string; next: string }[]>`
      select check_valid_until::text as until, (check_valid_until + 1)::text as next from class_staff`;
    expect(await gapsOn(row?.until ?? '')).toEqual([]);
    expect(await gapsOn(row?.next ?? '')).toEqual(['check_expired']);
    // What was recorded under a year stays a year: the setting counts for the next one.
    await sqlAsOwner()`insert into settings (key, value) values ('childcare_check_months', '1')`;
    expect(await gapsOn(row?.until ?? '')).toEqual([]);
  });

  it('shuts the class for the next day, and opens it again with a new one', async () => {
    await check(c.today);
    await openClass(c.officer, c);
    await sqlAsOwner()`update class_staff set check_valid_until = ${c.today}::date - 1,
      check_passed_on = ${c.today}::date - 365`;
    const volunteer = { name: '周志强', role: 'volunteer', phone: '13911110009' } as const;
    await addClassStaff(c.officer, { sessionId: c.sessionId, ...volunteer });
    const [other] = await sqlAsOwner()<{ id: string }[]>`
      select id from class_staff where id <> ${staffId}`;
    await recordCheck(c.officer, { staffId: other?.id ?? '', passedOn: c.today, reference: '2' });
    expect(await gapsOn(c.today)).toEqual(['check_expired']);
    expect(await check(c.today, '港南查2号')).toMatchObject({ ok: true });
    expect(await gapsOn(c.today)).toEqual([]);
    expect(await arrive()).toMatchObject({ ok: true });
  });
});

describe('a check that is recorded again', () => {
  it('replaces the one before; the ledger keeps until when that one counted', async () => {
    await check(await day(-100), '旧号');
    const [first] = await sqlAsOwner()<{ until: string }[]>`
      select check_valid_until::text as until from class_staff`;
    await check(c.today, '新号');
    expect((await getClassStaff(c.officer, c.sessionId)).staff).toMatchObject([
      { passedOn: c.today, reference: '新号', state: 'valid' },
    ]);
    const [, again] = await ledger('record_background_check');
    expect(again).toMatchObject({
      before: { staff: staffId, validUntil: first?.until },
      after: { staff: staffId, passedOn: c.today },
    });
    expect(JSON.stringify(await ledger('record_background_check'))).not.toMatch(/旧号|新号/);
  });

  it('stays as it was where the new day cannot stand', async () => {
    await check(await day(-100), '旧号');
    expect(await check(await day(1), '新号')).toMatchObject({ reason: 'future' });
    expect(await check(await day(-400), '新号')).toMatchObject({
      reason: 'too_old',
      fieldErrors: { passedOn: '这次查询已经过期，请重新查询' },
    });
    expect((await getClassStaff(c.officer, c.sessionId)).staff).toMatchObject([
      { passedOn: await day(-100), reference: '旧号' },
    ]);
    expect(await ledger('record_background_check')).toHaveLength(1);
  });
});

describe('somebody who is taken off a class', () => {
  it('leaves it without staff, so that it takes nobody in and does not open', async () => {
    await check(c.today);
    await removeClassStaff(c.officer, { staffId });
    expect(await gapsOn(c.today)).toEqual(['no_staff']);
    expect(await openClass(c.officer, c)).toMatchObject({
      reason: 'not_ready',
      detail: { text: '还没有登记看护人员' },
    });
    expect((await ledger('remove_class_staff'))[0]?.after).toEqual({
      staff: staffId,
      role: 'teacher',
    });
  });

  it('takes the gap of a missing check along: who did not pass is simply not on it', async () => {
    const volunteer = { name: '周志强', role: 'volunteer', phone: '13911110009' } as const;
    await addClassStaff(c.officer, { sessionId: c.sessionId, ...volunteer });
    await check(c.today);
    const [other] = await sqlAsOwner()<{ id: string }[]>`
      select id from class_staff where id <> ${staffId}`;
    expect(await gapsOn(c.today)).toEqual(['check_missing']);
    await removeClassStaff(c.officer, { staffId: other?.id ?? '' });
    expect(await gapsOn(c.today)).toEqual([]);
    expect(await openClass(c.officer, c)).toMatchObject({ ok: true });
  });
});

describe('the day of a class', () => {
  it('leaves a line for each look, with the day and how many children, and no name', async () => {
    await check(c.today);
    await getClassDay(c.teacher, c.sessionId, await day(-1));
    await getClassDay(c.officer, c.sessionId);
    const looks = (await ledger('view_class_day')).map(({ after }) => after);
    expect(looks).toEqual([
      { on: await day(-1), children: 1, notes: 0 },
      { on: c.today, children: 1, notes: 0 },
    ]);
  });

  it('is the nearest that has begun: on a day without a class the one before', async () => {
    await check(c.today);
    await sqlAsOwner()`update offering_sessions set details = jsonb_build_object('off',
      jsonb_build_array(${c.today}::text)) where id = ${c.sessionId}`;
    const view = await getClassDay(c.teacher, c.sessionId);
    expect([view.on, view.today]).toEqual([await day(-1), c.today]);
    expect(view.days).not.toContain(c.today);
    // Asked for a day on which it does not meet, it shows the same.
    expect((await getClassDay(c.teacher, c.sessionId, c.today)).on).toBe(await day(-1));
  });
});
