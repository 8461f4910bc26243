import { describe, expect, it, test } from 'vitest';
import { parsePickUpList } from '@/features/bookings/rules/pick-up';
import { parseLocalDateTime } from '@/lib/dates';
import { plainJpeg } from '@/lib/documents/plain-jpeg';
import { dayWords, isAbsenceDue, isPickUpOpen, refuseSignIn, unknownDay } from './class-day';
import { facePhoto } from './photo';
import { checkPickUpCode, type StoredCode, WRONG_TRIES } from './pick-up';
import { typedList } from './pick-up-list';
import { checkState, checkValidUntil, gapWords, refuseCheckDate } from './readiness';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);

describe('a background check', () => {
  test.each([
    ['2026-07-01', 12, '2027-06-30'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2026-01-31', 1, '2026-02-27'],
  ])('passed on %s for %i months counts until %s', (on, months, until) => {
    expect(checkValidUntil(on, months)).toBe(until);
  });

  test.each([
    [null, 'missing'],
    ['2026-11-23', 'expired'],
    ['2026-11-24', 'ending'],
    ['2026-12-23', 'ending'],
    ['2026-12-24', 'valid'],
  ])('that ends %s is %s on 24 November', (until, state) => {
    expect(checkState(until, '2026-11-24')).toBe(state);
  });

  test.each([
    ['2026-11-25', 'future'],
    ['2026-11-24', null],
    ['2025-11-25', null],
    ['2025-11-24', 'too_old'],
  ])('dated %s is judged on its day of recording: %s', (on, refusal) => {
    expect(refuseCheckDate(on, '2026-11-24', 12)).toBe(refusal);
  });
});

it('a class that may not open says why, people counted together', () => {
  const gaps = [
    { gap: 'check_missing', staffId: 'a' },
    { gap: 'check_expired', staffId: 'b' },
    { gap: 'item_food', staffId: null },
    { gap: 'item_fire', staffId: null },
  ] as const;
  expect(gapWords(gaps)).toEqual([
    '缺 1 人犯罪记录查询',
    '1 人的犯罪记录查询已过期',
    '消防和房屋检查、食品安全未登记',
  ]);
  expect(gapWords([])).toEqual([]);
  expect(gapWords([{ gap: 'no_staff', staffId: null }])).toEqual(['还没有登记看护人员']);
});

describe('a class day', () => {
  // Monday to Friday, 8:30 to 18:00; 2026-07-06 is a Monday.
  const session = {
    startsAt: at('2026-07-06T08:30'),
    endsAt: at('2026-07-31T18:00'),
    details: { weekdays: [1, 2, 3, 4, 5] },
  };

  test.each([
    ['2026-07-06T07:29', 'too_early'],
    ['2026-07-06T07:30', null],
    ['2026-07-06T18:00', null],
    ['2026-07-06T18:01', 'day_over'],
    ['2026-07-11T09:00', 'no_class_today'],
  ])('takes children in at %s: %s', (now, refusal) => {
    expect(refuseSignIn(session, at(now))).toBe(refusal);
  });

  test.each([
    ['2026-07-06T08:49', 20, false],
    ['2026-07-06T08:50', 20, true],
    ['2026-07-06T17:59', 20, true],
    ['2026-07-06T18:00', 20, false],
    ['2026-07-12T09:00', 20, false],
    ['2026-07-06T08:54', 120, false],
    ['2026-07-06T08:55', 120, true],
  ])('tells of absences at %s, %i minutes set: %s', (now, minutes, due) => {
    expect(isAbsenceDue(session, at(now), minutes)).toBe(due);
  });

  test.each([
    ['2026-07-01T12:00', true],
    ['2026-07-07T08:29', true],
    ['2026-07-07T08:30', false],
    ['2026-07-07T18:00', true],
    ['2026-07-31T18:00', false],
  ])('lets the pick-up list change at %s: %s', (now, open) => {
    expect(isPickUpOpen(session, at(now))).toBe(open);
  });

  it('is told in words', () => {
    const signedInAt = at('2026-07-06T08:25');
    expect(dayWords(unknownDay)).toBe('还没签到');
    expect(dayWords({ ...unknownDay, signedInAt })).toBe('已到 08:25');
    const handedOver = { at: at('2026-07-06T17:40'), to: '外婆王秀英' };
    expect(dayWords({ ...unknownDay, signedInAt, handedOver })).toBe('已接走 17:40，由外婆王秀英');
    expect(dayWords({ ...unknownDay, announced: true })).toBe('已请假');
    expect(dayWords({ ...unknownDay, toldAt: signedInAt })).toBe('未到，已告诉家长');
  });
});

describe('a one-day code', () => {
  const today = '2026-07-06';
  const made = (more: Partial<StoredCode>): StoredCode => ({
    id: 'c',
    onDay: today,
    code: '123456',
    usedAt: null,
    replacedAt: null,
    wrongTries: 0,
    ...more,
  });
  const then = new Date(0);

  test.each([
    ['of today', [made({})], { ok: true, id: 'c' }],
    ['used', [made({ usedAt: then })], { reason: 'code_used' }],
    ['replaced', [made({ replacedAt: then })], { reason: 'code_replaced' }],
    ['of yesterday', [made({ onDay: '2026-07-05' })], { reason: 'code_other_day' }],
    ['tried too often', [made({ wrongTries: WRONG_TRIES })], { reason: 'code_burnt' }],
    ['another', [made({ code: '654321' })], { reason: 'code_wrong', against: 'c' }],
    ['nobody made', [], { reason: 'code_none', against: null }],
  ])('that is %s', (_what, codes, verdict) => {
    expect(checkPickUpCode(codes, '123456', today)).toMatchObject(verdict);
  });
});

describe('a pick-up list', () => {
  const nobody = { name: null, relation: null, phone: null, photo: null };
  const aunt = { name: '李梅', relation: '姑姑', phone: '13900000001', photo: null };

  it('has each person in full, nobody twice, and may be empty', () => {
    expect(typedList([nobody, nobody, nobody])).toEqual({ ok: true, people: [] });
    expect(typedList([aunt, { ...nobody, name: '王五' }, nobody])).toMatchObject({
      fieldErrors: {
        relation2: '请填写是孩子的什么人；不用这位接送人，请把填的都清空',
        phone2: '请填写手机号；不用这位接送人，请把填的都清空',
      },
    });
    expect(typedList([aunt, aunt, nobody])).toMatchObject({
      fieldErrors: { phone2: '这个手机号上面已经填过' },
    });
  });

  it('is read from what was sealed, three at most, nothing odd', () => {
    const { photo: _none, ...person } = aunt;
    expect(parsePickUpList(JSON.stringify([person, 3, person, person, person]))).toHaveLength(3);
    expect(parsePickUpList('{}')).toEqual([]);
  });
});

describe('a picture', () => {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0];
  const camera = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
  const scan = [0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9];
  const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat()]);

  it('loses what the camera wrote into it', () => {
    expect(plainJpeg(jpeg(camera, frame, scan), facePhoto)).toEqual({
      ok: true,
      bytes: jpeg(frame, scan),
    });
  });

  test.each([
    ['text', new TextEncoder().encode('<svg onload=alert(1)>')],
    ['empty', new Uint8Array()],
    ['cut short', jpeg(frame)],
    ['without a frame', jpeg(scan)],
    ['of no size', jpeg([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0], scan)],
    ['lying about a length', jpeg([0xff, 0xe1, 0xff, 0xff, 1])],
  ])('that is %s is refused', (_what, bytes) => {
    expect(plainJpeg(bytes, facePhoto)).toEqual({ ok: false, reason: 'not_jpeg' });
  });

  it('that is too large is refused', () => {
    expect(plainJpeg(new Uint8Array(301 * 1024), facePhoto)).toEqual({
      ok: false,
      reason: 'too_large',
    });
  });
});
