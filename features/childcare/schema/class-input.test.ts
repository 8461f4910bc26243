import { describe, expect, it, test } from 'vitest';
import type { z } from 'zod';
import {
  addClassStaffInput,
  copyClassInput,
  handOverInput,
  recordCheckInput,
  recordIncidentInput,
} from './class';
import { absenceInput, makeCodeInput, pickUpListInput } from './guardian';

const id = '01890000-0000-7000-8000-000000000001';
const key = 'a'.repeat(64);
const refused = async (schema: z.ZodType, typed: unknown): Promise<string[]> => {
  const { error } = await schema.safeParseAsync(typed);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('somebody who is to look after a class', () => {
  const typed = { sessionId: id, name: ' 李 素梅 ', role: 'teacher', phone: '+86 139 1111 0002' };

  it('is taken with the phone in one form, however it was typed', () => {
    expect(addClassStaffInput.parse(typed)).toMatchObject({
      phone: '13911110002',
      role: 'teacher',
    });
  });

  test.each([
    [{ name: '李' }, /^name: /],
    [{ name: '李'.repeat(21) }, /^name: /],
    [{ role: 'cook' }, /^role: 请选择身份/],
    [{ phone: '0775-4567890' }, /^phone: 这是座机号码/],
    [{ phone: '1'.repeat(31) }, /^phone: /],
    [{ sessionId: 'x' }, /^sessionId: 链接不完整/],
    [{ extra: '1' }, /: /],
  ])('is refused in words with %j', async (more, words) => {
    expect((await refused(addClassStaffInput, { ...typed, ...more }))[0]).toMatch(words);
  });
});

describe('a check that is recorded', () => {
  it('has a real day and a number, and room for no result', async () => {
    const typed = { staffId: id, passedOn: '2026-02-28', reference: '港查 12 号' };
    expect(recordCheckInput.parse(typed)).toEqual(typed);
    expect((await refused(recordCheckInput, { ...typed, passedOn: '2026-02-30' }))[0]).toContain(
      '日期',
    );
    expect((await refused(recordCheckInput, { ...typed, reference: ' ' }))[0]).toContain(
      '请填写查询编号',
    );
    expect(await refused(recordCheckInput, { ...typed, result: '无' })).toHaveLength(1);
  });
});

describe('a hand-over', () => {
  const child = { sessionId: id, bookingId: id };

  test.each([
    [{ by: 'person', ...child, who: `guardian:${id}` }],
    [{ by: 'person', ...child, who: `listed:${key}` }],
    [{ by: 'code', ...child, code: ' 012345 ' }],
    [{ by: 'stranger', ...child }],
  ])('is to a person, for a code, or to nobody: %j', (typed) => {
    expect(handOverInput.safeParse(typed).success).toBe(true);
  });

  test.each([
    [{ by: 'person', ...child, who: 'friend:1' }, '请选择来接的人'],
    [{ by: 'person', ...child, who: `listed:${'g'.repeat(64)}` }, '请选择来接的人'],
    [{ by: 'person', ...child, who: `listed:${key}x` }, '请选择来接的人'],
    [{ by: 'code', ...child, code: '12345' }, '接送码是 6 位数字'],
    [{ by: 'code', ...child, code: '1234567' }, '接送码是 6 位数字'],
    [{ by: 'code', ...child, code: '12a456' }, '接送码是 6 位数字'],
  ])('is refused with %j', async (typed, words) => {
    expect((await refused(handOverInput, typed))[0]).toContain(words);
  });
});

describe('a line for the incident log', () => {
  const typed = {
    sessionId: id,
    bookingId: '',
    on: '2026-07-06',
    time: '10:30',
    what: '停电十分钟',
    action: '改到一楼活动',
    told: '',
  };

  it('may be about the whole class, and corrects nothing unless it says so', () => {
    expect(recordIncidentInput.parse(typed)).toMatchObject({
      bookingId: null,
      told: null,
      corrects: null,
    });
    expect(recordIncidentInput.parse({ ...typed, corrects: id }).corrects).toBe(id);
  });

  test.each([
    [{ time: '24:00' }, /^time: 请填写时间/],
    [{ time: '9:30' }, /^time: 请填写时间/],
    [{ on: '2026-06-31' }, /^on: /],
    [{ what: '' }, /^what: 请写明发生了什么/],
    [{ action: ' ' }, /^action: 请写明怎样处理/],
    [{ what: '长'.repeat(301) }, /^what: /],
  ])('is refused with %j', async (more, words) => {
    expect((await refused(recordIncidentInput, { ...typed, ...more }))[0]).toMatch(words);
  });
});

describe('what is taken over of an earlier class', () => {
  it('is what is ticked, once or several times', async () => {
    const of = (staff: unknown, items: unknown) =>
      copyClassInput.parse({ sessionId: id, fromId: id, staff, items });
    expect(of(id, ['fire', 'food'])).toMatchObject({ staff: [id], items: ['fire', 'food'] });
    expect(of(undefined, undefined)).toMatchObject({ staff: [], items: [] });
    expect(
      await refused(copyClassInput, { sessionId: id, fromId: id, items: ['cake'] }),
    ).toHaveLength(1);
  });
});

describe('what a guardian sends', () => {
  it('takes an absence back only with the tick', async () => {
    const day = { bookingId: id, on: '2026-07-06' };
    expect(absenceInput.parse(day).withdraw).toBe(false);
    expect(absenceInput.parse({ ...day, withdraw: 'yes' }).withdraw).toBe(true);
    expect(await refused(absenceInput, { ...day, withdraw: 'no' })).toHaveLength(1);
    expect((await refused(absenceInput, { ...day, on: '' }))[0]).toContain('请选择日期');
  });

  it('names who comes with a code', async () => {
    expect(makeCodeInput.parse({ bookingId: id, bearer: '张伟' }).bearer).toBe('张伟');
    expect((await refused(makeCodeInput, { bookingId: id, bearer: '' }))[0]).toContain(
      '请填写谁来接',
    );
  });

  it('has asked those it lists, in numbers that can be called', async () => {
    const list = { bookingId: id, name1: '王秀英', relation1: '外婆', phone1: '139-1111-0001' };
    expect(await pickUpListInput.parseAsync({ ...list, consent: 'yes' })).toMatchObject({
      phone1: '13911110001',
      phone2: null,
      name3: null,
      photo1: null,
    });
    expect((await refused(pickUpListInput, list))[0]).toContain('请先征得接送人同意');
    expect(
      (await refused(pickUpListInput, { ...list, consent: 'yes', phone2: '12345' }))[0],
    ).toMatch(/^phone2: 手机号应为11位/);
  });
});
