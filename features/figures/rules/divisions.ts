import { addMonths } from '@/lib/dates';

/** By what a table of figures is divided, each line once. */
export const divisions = ['place', 'organiser', 'town', 'union', 'kind', 'age', 'month'] as const;
export type Division = (typeof divisions)[number];

export const divisionLabels: Record<Division, string> = {
  place: '举办地',
  organiser: '主办单位',
  town: '会员所在地',
  union: '会员所在工会',
  kind: '服务类别',
  age: '年龄段',
  month: '月份',
};

/** What belongs to a person divides people only: sessions and places stand in no line of such a table. */
const ofPeople: readonly Division[] = ['town', 'union', 'age'];

/**
 * Whether sessions and their places can be told apart in this way; a place has no age and no union of its own
 * before somebody takes it.
 */
export const dividesSessions = (by: Division): boolean => !ofPeople.includes(by);

/** Every month of a period as `YYYY-MM`, in order, also those in which nothing was. */
export function monthsOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const months: string[] = [];
  for (let on = `${from.slice(0, 7)}-01`; on <= to; on = addMonths(on, 1))
    months.push(on.slice(0, 7));
  return months;
}

/**
 * The name of an age band. Band 0 lies below the first age, the last has no end; `child` and `unknown` besides.
 * @param bands ages at which a new band begins, in order
 */
export function bandName(key: string, bands: readonly number[]): string {
  if (key === 'child') return '孩子';
  const at = Number(key);
  if (key === 'unknown' || !Number.isInteger(at)) return '没有出生日期';
  const [from, next] = [bands[at - 1], bands[at]];
  if (from === undefined) return `${(next ?? 0) - 1}岁以下`;
  return next === undefined ? `${from}岁以上` : `${from}–${next - 1}岁`;
}

/** 36,46,60 as it is set. */
export const bandsOf = (set: string): number[] => set.split(',').map(Number);
