import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  day,
  linesOf,
  occupationCode,
  optionalDay,
  optionalInstant,
  optionalNumber,
  recordId,
  recordVersion,
  several,
  ticked,
  timeOfDay,
  wholeNumber,
} from './form-fields';

/** What a field makes of what was sent, or the words beside it. */
const read = (field: z.ZodType, sent: unknown) => {
  const { success, data, error } = field.safeParse(sent);
  return success ? data : (error?.issues.map(({ message }) => message) ?? []);
};

describe('a number of a form', () => {
  const places = wholeNumber(1, 30, '请填人数');
  it.each([
    ['1', 1],
    ['30', 30],
    ['0', ['不能小于 1']],
    ['31', ['不能大于 30']],
    ['1.5', ['请填整数']],
    ['', ['请填人数']],
    [undefined, ['请填人数']],
    ['x', ['请填人数']],
  ])('sent as %j is %j', (sent, made) => expect(read(places, sent)).toEqual(made));
  it('left empty where it may be is no number, and never zero', () => {
    const limit = optionalNumber(0, 9);
    for (const empty of ['', null, undefined]) expect(read(limit, empty)).toBeUndefined();
    expect(read(limit, '0')).toBe(0);
    expect(read(limit, '10')).toEqual(['不能大于 9']);
  });
  it('that says which state of a record was seen is a whole one from 1 on', () => {
    expect(read(recordVersion, '1')).toBe(1);
    expect(recordVersion.safeParse('0').success).toBe(false);
    expect(read(recordVersion, 'x')).toEqual(['请刷新后重试']);
  });
});

describe('a day or time of a form', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026-02-29', ['请选日期']],
    ['', ['请选日期']],
    [undefined, ['请选日期']],
  ])('sent as the day %j is %j', (sent, made) => expect(read(day('请选日期'), sent)).toEqual(made));
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026-02-29', ['日期不对，请重选']],
    ['', null],
    [undefined, null],
  ])('that may be left out, sent as %j, is %j', (sent, made) =>
    expect(read(optionalDay, sent)).toEqual(made),
  );
  it.each([
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', ['请选时间']],
    ['9:00', ['请选时间']],
    ['09:60', ['请选时间']],
    [undefined, ['请选时间']],
  ])('sent as the time %j is %j', (sent, made) =>
    expect(read(timeOfDay('请选时间'), sent)).toEqual(made),
  );
  it('sent as an instant is one on the clock of Shanghai, or none', () => {
    expect(read(optionalInstant, '2026-06-17T18:00')).toEqual(new Date('2026-06-17T10:00:00Z'));
    for (const none of ['', undefined]) expect(read(optionalInstant, none)).toBeNull();
    expect(read(optionalInstant, '2026-02-30T18:00')).toEqual(['时间不对，请重选']);
    expect(optionalInstant.safeParse('2026-06-17T18:00     ').success).toBe(false);
  });
});

describe('boxes and lists of a form', () => {
  it('ticked is yes, unticked no, and anything else is refused', () => {
    expect([read(ticked, 'yes'), read(ticked, undefined)]).toEqual([true, false]);
    expect(read(ticked, 'on')).toEqual(['请重新勾选']);
  });
  it.each([
    [undefined, []],
    ['', []],
    ['a', ['a']],
    [
      ['a', '', 'b'],
      ['a', 'b'],
    ],
    [['a', 'b', 'c'], ['最多选 2 项']],
  ])('of one name sent as %j are %j', (sent, made) =>
    expect(read(several(z.string(), 2), sent)).toEqual(made),
  );
  it('carry ids that are ids', () => {
    expect(read(recordId, 'x')).toEqual(['链接不完整，请返回重选']);
    expect(read(occupationCode, 'taxi_driver')).toBe('taxi_driver');
    for (const bad of ['', 'Taxi', 'a'.repeat(41)])
      expect(read(occupationCode, bad)).toEqual(['请重选职业']);
  });
});

describe('a text of one entry per line', () => {
  const tags = linesOf(2, 3);
  it.each([
    [undefined, []],
    ['', []],
    [' 甲 \r\n\r\n乙\n', ['甲', '乙']],
    ['一二三', ['一二三']],
    ['一二三四', ['每行最多 3 个字']],
    ['甲\n乙\n丙', ['最多 2 行']],
    ['甲\u202E', ['包含会打乱文字顺序的隐藏符号，已去掉，请核对后再提交']],
  ])('sent as %j is %j', (sent, made) => expect(read(tags, sent)).toEqual(made));
  it('far longer than its lines may be is refused unread', () => {
    expect(tags.safeParse('甲'.repeat(12)).success).toBe(false);
    expect(tags.safeParse(`甲${'\n'.repeat(11)}`).success).toBe(true);
    expect(tags.safeParse(`甲${'\n'.repeat(12)}`).success).toBe(false);
  });
});
