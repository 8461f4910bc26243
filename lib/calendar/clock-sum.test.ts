import { describe, expect, it } from 'vitest';
import { type ClockTerms, reckon } from './clock';
import { sumLines } from './clock-sum';
import { holidaySeedRows } from './holidays-data';
import { workCalendarOf } from './workdays';

const rows = holidaySeedRows();
const calendar = {
  days: workCalendarOf(rows),
  names: new Map(rows.map(({ on, name }) => [on, name])),
};
const sum = (start: string, length: number, more: Partial<ClockTerms> = {}) => {
  const terms: ClockTerms = {
    ...{ start, length, unit: 'day', rollsOver: false, pauses: [], extension: null },
    ...{ silence: 'none', ...more },
  };
  return sumLines(terms, reckon(terms, calendar.days), calendar);
};

describe('the sum behind a due date', () => {
  it('says what was skipped, what was worked, and which day is the last', () => {
    expect(sum('2026-09-18', 15, { unit: 'workday' })).toEqual([
      '9月18日起算，当天不计',
      '第 1 天：9月20日',
      '跳过中秋 9月25日至27日',
      '跳过国庆节 10月1日至7日',
      '跳过周末 2 天',
      '调休上班，照计 9月20日、10月10日',
      '第 15 天：10月15日',
    ]);
  });

  it('says why the last day runs on', () => {
    expect(sum('2026-09-20', 15, { rollsOver: true })).toEqual([
      '9月20日起算，当天不计',
      '第 1 天：9月21日',
      '第 15 天：10月5日',
      '10月5日是国庆节，顺延到10月8日',
    ]);
  });

  it('says the pause, the extension and the Sunday', () => {
    const lines = sum('2026-03-01', 60, {
      rollsOver: true,
      pauses: [{ from: '2026-03-10', to: '2026-03-20' }],
      extension: { unit: 'day', length: 30 },
    });
    expect(lines).toEqual([
      '3月1日起算，当天不计',
      '第 1 天：3月2日',
      '暂停 3月10日至19日，10 天不计',
      '第 60 天：5月10日',
      '5月10日是周日，顺延到5月11日',
      '从5月11日起延长 30 天',
      '第 30 天：6月10日',
    ]);
  });

  it('says how far it came while a pause lasts', () => {
    expect(sum('2026-03-01', 60, { pauses: [{ from: '2026-03-10', to: null }] })).toEqual([
      '3月1日起算，当天不计',
      '第 1 天：3月2日',
      '已计 8 天，还剩 52 天',
      '3月10日起暂停，恢复后接着计',
    ]);
  });

  it('names the year whose table is missing, and the law’s holidays in it', () => {
    expect(sum('2026-12-30', 3, { unit: 'workday' })).toEqual([
      '12月30日起算，当天不计',
      '第 1 天：12月31日',
      '跳过元旦 2027年1月1日',
      '跳过周末 2 天',
      '第 3 天：2027年1月5日',
      '2027年的放假安排还没公布，日期暂定',
    ]);
  });

  it('says months and the last day of a short one', () => {
    expect(sum('2026-01-31', 1, { unit: 'month' }).at(-1)).toBe('满 1 个月：2月28日');
  });
});
