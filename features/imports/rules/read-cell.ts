import { lengthOf, problemOf, textProblems } from '@/lib/characters';
import { usccMessages } from '@/lib/china/id/messages';
import { parseUscc } from '@/lib/china/id/uscc';
import { plainCell } from './book-row';
import { readDay } from './dates';

/** What a cell says, and what is wrong with it in words; a blank one says null, and nothing is wrong. */
export interface ReadCell<T> {
  readonly value: T | null;
  readonly problem: string | null;
}

const says = <T>(value: T | null): ReadCell<T> => ({ value, problem: null });
const wrong = (problem: string) => ({ value: null, problem });

/** A short text in one line. */
export function readText(
  raw: string | undefined,
  { label, max, min = 0 }: { label: string; max: number; min?: number },
): ReadCell<string> {
  const text = plainCell(raw).replace(/\s+/g, ' ');
  const problem = problemOf(text);
  if (problem) return wrong(`${label}：${textProblems[problem]}`);
  if (text === '') return min > 0 ? wrong(`没有${label}，请填写`) : says<string>(null);
  if (lengthOf(text) < min) return wrong(`${label}太短，请写全称`);
  return lengthOf(text) > max ? wrong(`${label}太长，最多 ${max} 个字`) : says(text);
}

/**
 * A 统一社会信用代码, checked by its check digits (GB 32100).
 * @param areas first six digits of the area codes of the federation; any where there are none
 * @param elsewhere what to do with a code that another area gave out
 */
export function readUnifiedCode(
  raw: string | undefined,
  areas: readonly string[],
  elsewhere: string,
): ReadCell<string> {
  const text = plainCell(raw);
  if (text === '') return says<string>(null);
  const read = parseUscc(text);
  if (!read.ok) return wrong(usccMessages[read.reason]);
  const given = read.normalised.slice(2, 8);
  // The city, the province and the state give codes out as well: 450800, 450000, 100000.
  const ours = areas.flatMap((area) => [area, `${area.slice(0, 4)}00`, `${area.slice(0, 2)}0000`]);
  if (areas.length === 0 || given === '100000' || ours.includes(given))
    return says(read.normalised);
  return wrong(`信用代码里的区划 ${given} 不是本区的。${elsewhere}`);
}

/** A day that is not to come, as `YYYY-MM-DD`. */
export function readPastDay(
  raw: string | undefined,
  label: string,
  today: string,
): ReadCell<string> {
  const text = plainCell(raw);
  if (text === '') return says<string>(null);
  const on = readDay(text);
  if (!on) return wrong(`${label}看不懂，请写成 2019-05-01`);
  return on > today ? wrong(`${label}晚于今天，请核对`) : says(on);
}

/** One of some words; what else a cell may say for them stands in `also`. */
export function readChoice<T extends string>(
  raw: string | undefined,
  label: string,
  labels: Readonly<Record<T, string>>,
  also: Readonly<Record<string, T>> = {},
): ReadCell<T> {
  const text = plainCell(raw);
  if (text === '') return says<T>(null);
  const known = (Object.keys(labels) as T[]).find((key) => labels[key] === text);
  const found = known ?? also[text];
  return found ? says(found) : wrong(`${label}里没有“${text.slice(0, 12)}”，请从下拉里选`);
}

/** What is wrong with some cells, in their order. */
export const problemsOf = (...cells: readonly { problem: string | null }[]): string[] =>
  cells.flatMap(({ problem }) => problem ?? []);
