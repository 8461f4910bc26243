import { describe, expect, it } from 'vitest';
import { entryYearOptions } from './entry-years';
import { gradeBand, gradeLabel, gradeOn } from './grade';

describe('the grade of a child', () => {
  it('is the one after the summer from June on, as the notices of a 托管班 mean it', () => {
    const on = (day: string) => gradeOn(2023, day);
    expect(['2026-01-01', '2026-05-31', '2026-06-01', '2026-09-01'].map(on)).toEqual([3, 3, 4, 4]);
  });

  it.each([
    [-3, '小班或更小'],
    [-2, '小班或更小'],
    [-1, '中班'],
    [0, '大班'],
    [1, '一年级'],
    [9, '九年级'],
    [12, '高三'],
    [13, '已毕业'],
  ])('%i is what a parent would say: %s', (grade, label) => {
    expect(gradeLabel(grade)).toBe(label);
  });

  it.each([
    [undefined, undefined, '不限年级'],
    [2, undefined, '二年级及以上'],
    [0, undefined, '大班及以上'],
    [undefined, 6, '六年级及以下'],
    [3, 3, '三年级'],
    [1, 6, '一至六年级'],
  ])('from %s to %s is said as %s', (min, max, band) => {
    expect(gradeBand(min, max)).toBe(band);
  });
});

describe('the years of entering school to choose from', () => {
  const said = (today: string) => entryYearOptions(today).map(({ label }) => label);

  it('go from 小班 to 九年级, each with its year', () => {
    const autumn = entryYearOptions('2026-11-24');
    expect(autumn).toHaveLength(12);
    expect(autumn[0]).toEqual({ value: '2029', label: '现在读小班或更小（2029年上一年级）' });
    expect(autumn.at(-1)).toEqual({ value: '2018', label: '现在读九年级（2018年上一年级）' });
  });

  it('still reach 九年级 in spring, when the school year began in the year before', () => {
    const spring = entryYearOptions('2026-05-31');
    expect(spring).toHaveLength(12);
    expect(spring[0]?.value).toBe('2028');
    expect(spring.at(-1)).toEqual({ value: '2017', label: '现在读九年级（2017年上一年级）' });
  });

  it.each([
    ['2026-05-31', '现在读'],
    ['2026-06-01', '秋季读'],
    ['2026-08-31', '秋季读'],
    ['2026-09-01', '现在读'],
  ])('on %s are said as %s: in summer the coming grade counts', (today, words) => {
    expect(said(today).every((label) => label.startsWith(words))).toBe(true);
  });
});
