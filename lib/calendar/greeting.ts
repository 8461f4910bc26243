import { toLocalDateTime } from '../dates';

const words: readonly (readonly [untilHour: number, greeting: string])[] = [
  [5, '夜深了'],
  [9, '早上好'],
  [11, '上午好'],
  [13, '中午好'],
  [18, '下午好'],
  [24, '晚上好'],
];

/** The greeting of the hour in Shanghai: 中午好 at noon. */
export function greetingAt(now: Date): string {
  const hour = Number(toLocalDateTime(now).slice(11, 13));
  return words.find(([until]) => hour < until)?.[1] ?? '您好';
}
