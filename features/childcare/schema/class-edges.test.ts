import { describe, expect, it, test } from 'vitest';
import type { z } from 'zod';
import { checklistItems, classRoles } from '@/db/schema/enums';
import {
  addClassStaffInput,
  childRecordInput,
  classInput,
  classStaffInput,
  copyClassInput,
  handOverInput,
  recordCheckInput,
  recordChecklistInput,
  recordIncidentInput,
  signInInput,
} from './class';
import { absenceInput, makeCodeInput, pickUpListInput } from './guardian';

const id = '01890000-0000-7000-8000-000000000001';
const said = async (schema: z.ZodType, typed: unknown) => {
  const { error } = await schema.safeParseAsync(typed);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};
const jpeg = [
  [0xff, 0xd8],
  [0xff, 0xe1, 0, 6, 1, 2, 3, 4],
  [0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0],
  [0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9],
].flat();
const file = (bytes: number[]) => new File([Uint8Array.from(bytes)], 'face.jpg');

/** Every form of a class with what it sends when it is filled in as it should be. */
const forms: [string, z.ZodType, Record<string, unknown>, string[]][] = [
  [
    '看护人员登记',
    addClassStaffInput,
    { sessionId: id, name: '李素梅', role: 'lead', phone: '13911110002' },
    ['sessionId'],
  ],
  ['移出', classStaffInput, { staffId: id }, ['staffId']],
  ['查询', recordCheckInput, { staffId: id, passedOn: '2026-07-01', reference: '1' }, ['staffId']],
  [
    '开班检查',
    recordChecklistInput,
    { sessionId: id, item: 'fire', doneOn: '2026-07-01', note: '合格' },
    ['sessionId'],
  ],
  ['照上一班', copyClassInput, { sessionId: id, fromId: id, staff: id }, ['sessionId', 'fromId']],
  ['开班', classInput, { sessionId: id }, ['sessionId']],
  ['签到', signInInput, { sessionId: id, bookingId: id }, ['sessionId', 'bookingId']],
  ['查看资料', childRecordInput, { sessionId: id, bookingId: id }, ['sessionId', 'bookingId']],
  [
    '不交接',
    handOverInput,
    { by: 'stranger', sessionId: id, bookingId: id },
    ['sessionId', 'bookingId'],
  ],
  [
    '情况记录',
    recordIncidentInput,
    { sessionId: id, bookingId: id, on: '2026-07-06', time: '10:30', what: '甲', action: '乙' },
    ['sessionId', 'bookingId', 'corrects'],
  ],
  ['请假', absenceInput, { bookingId: id, on: '2026-07-06' }, ['bookingId']],
  ['接送码', makeCodeInput, { bookingId: id, bearer: '张伟' }, ['bookingId']],
  ['接送名单', pickUpListInput, { bookingId: id, consent: 'yes' }, ['bookingId']],
];

describe('the forms of a class', () => {
  test.each(forms)('%s is taken as it is filled in', async (_name, schema, typed) => {
    expect(await said(schema, typed)).toEqual([]);
  });

  test.each(forms)(
    '%s refuses an address that was cut short, in Chinese',
    async (_name, schema, typed, ids) => {
      for (const field of ids) {
        for (const cut of [id.slice(0, -1), '../me']) {
          expect(await said(schema, { ...typed, [field]: cut })).toEqual([
            `${field}: 链接不完整，请返回重选`,
          ]);
        }
      }
    },
  );

  test.each(forms)('%s refuses a field that it does not have', async (_name, schema, typed) => {
    expect(await said(schema, { ...typed, organiserId: id })).toHaveLength(1);
  });
});

describe('what an officer types', () => {
  const tick = { sessionId: id, item: 'fire', doneOn: '2026-07-01', note: '合格' };

  test.each(checklistItems)('is taken for the item %s', async (item) => {
    expect(await said(recordChecklistInput, { ...tick, item })).toEqual([]);
  });

  test.each([
    [{ item: 'cake' }, 'item: 请选择检查项目'],
    [{ doneOn: '2026-06-31' }, 'doneOn: 请填写正确的日期'],
    [{ doneOn: '' }, 'doneOn: 请填写正确的日期'],
    [{ note: ' ' }, 'note: 请写明结果'],
  ])('of a check that was made is refused with %j: %s', async (more, words) => {
    expect(await said(recordChecklistInput, { ...tick, ...more })).toEqual([words]);
  });

  it('of a check that was made has room for a hundred characters', async () => {
    expect(await said(recordChecklistInput, { ...tick, note: '长'.repeat(100) })).toEqual([]);
    expect(await said(recordChecklistInput, { ...tick, note: '长'.repeat(101) })).toHaveLength(1);
  });

  test.each(classRoles)('names the role %s', async (role) => {
    const typed = { sessionId: id, name: '李素梅', role, phone: '13911110002' };
    expect(await said(addClassStaffInput, typed)).toEqual([]);
  });

  it('has a name of two to twenty characters, and a number of the check of up to forty', async () => {
    const staff = { sessionId: id, role: 'lead', phone: '13911110002' };
    const check = { staffId: id, passedOn: '2026-07-01' };
    expect(await said(addClassStaffInput, { ...staff, name: '长'.repeat(20) })).toEqual([]);
    expect(await said(recordCheckInput, { ...check, reference: '1'.repeat(40) })).toEqual([]);
    expect(await said(recordCheckInput, { ...check, reference: '1'.repeat(41) })).toHaveLength(1);
  });

  it('takes over no more people than a class can have, each by a whole address', async () => {
    const typed = { sessionId: id, fromId: id };
    expect(await said(copyClassInput, { ...typed, staff: Array(50).fill(id) })).toEqual([]);
    expect(await said(copyClassInput, { ...typed, staff: Array(51).fill(id) })).toHaveLength(1);
    expect(await said(copyClassInput, { ...typed, staff: [id, 'x'] })).toHaveLength(1);
  });
});

describe('what the staff type', () => {
  const line = {
    sessionId: id,
    bookingId: '',
    on: '2026-07-06',
    time: '10:30',
    what: '甲',
    action: '乙',
  };

  it('keeps the lines of what happened, and who was told only where somebody was', () => {
    const typed = { ...line, what: '先哭\n后笑', told: ' 妈妈 ' };
    expect(recordIncidentInput.parse(typed)).toMatchObject({ what: '先哭\n后笑', told: '妈妈' });
    expect(recordIncidentInput.parse({ ...line, told: '  ' }).told).toBeNull();
  });

  test.each([['00:00'], ['09:59'], ['19:00'], ['23:59']])('takes the hour %s', async (time) => {
    expect(await said(recordIncidentInput, { ...line, time })).toEqual([]);
  });

  test.each([['24:00'], ['12:60'], ['7:05'], ['0930'], ['10:30:00'], ['']])(
    'refuses the hour %j',
    async (time) => {
      expect(await said(recordIncidentInput, { ...line, time })).toEqual([
        'time: 请填写时间，如 10:30',
      ]);
    },
  );

  it('says in up to forty characters who a stranger claims to be, or nothing', async () => {
    const stranger = { by: 'stranger', sessionId: id, bookingId: id };
    expect(handOverInput.parse({ ...stranger, stranger: ' ' })).toMatchObject({ stranger: null });
    expect(await said(handOverInput, { ...stranger, stranger: '长'.repeat(40) })).toEqual([]);
    expect(await said(handOverInput, { ...stranger, stranger: '长'.repeat(41) })).toHaveLength(1);
    expect(await said(handOverInput, { ...stranger, by: 'friend' })).toHaveLength(1);
  });
});

describe('what a guardian types', () => {
  const list = { bookingId: id, consent: 'yes' };

  it('is three people at most, each as typed, phones in one form', async () => {
    const third = { name3: ' 陈大海 ', relation3: '舅舅', phone3: '+86 139 1111 0003' };
    expect(await pickUpListInput.parseAsync({ ...list, ...third })).toMatchObject({
      name3: '陈大海',
      relation3: '舅舅',
      phone3: '13911110003',
      name1: null,
    });
    expect(await said(pickUpListInput, { ...list, name4: '第四人' })).toHaveLength(1);
  });

  it('takes a picture without what the camera wrote into it, as it will be sealed', async () => {
    const { photo1, photo2 } = await pickUpListInput.parseAsync({ ...list, photo1: file(jpeg) });
    const kept = [...Buffer.from(photo1 ?? '', 'base64')];
    expect(kept).toEqual([...jpeg.slice(0, 2), ...jpeg.slice(10)]);
    expect(photo2).toBeNull();
  });

  test.each([
    ['empty', [], '照片是空的，请重新选'],
    ['no JPEG', [0x89, 0x50, 0x4e, 0x47], '只能用 JPG 照片，请重新拍一张'],
    [
      'too large',
      Array<number>(300 * 1024 + 1).fill(0xff),
      '照片太大，请选小一点的（300 KB 以内）',
    ],
  ])('is refused with a picture that is %s', async (_what, bytes, words) => {
    expect(await said(pickUpListInput, { ...list, photo2: file(bytes) })).toEqual([
      `photo2: ${words}`,
    ]);
  });

  it('names who comes in two to twenty characters', async () => {
    const code = { bookingId: id };
    expect(await said(makeCodeInput, { ...code, bearer: '张' })).toHaveLength(1);
    expect(await said(makeCodeInput, { ...code, bearer: '张'.repeat(20) })).toEqual([]);
    expect(await said(makeCodeInput, { ...code, bearer: '张'.repeat(21) })).toHaveLength(1);
  });

  test.each([['2026-02-29'], ['6月5日'], ['2026-7-6']])('is away on no day like %s', async (on) => {
    expect(await said(absenceInput, { bookingId: id, on })).toEqual(['on: 请选择日期']);
  });
});
