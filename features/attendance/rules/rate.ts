import type { AttendanceState } from './attendance-status';

export interface Rate {
  readonly attended: number;
  readonly held: number;
}

/** One person's standing per day of the course; a day without any entry has none. */
export type DayStates = ReadonlyMap<string, AttendanceState>;

/**
 * 出勤: meetings attended of meetings held. A meeting is held when its roll was kept, that is when
 * anybody of the course has an entry for it; a day off (停课) thus counts for nobody. 请假 is not 到场.
 * Source: domain.md §3.3.
 */
export function rateOf(mine: DayStates, heldDays: ReadonlySet<string>): Rate {
  let attended = 0;
  for (const on of heldDays) if (mine.get(on) === 'present') attended += 1;
  return { attended, held: heldDays.size };
}

/**
 * Whether somebody never came and was excused from every meeting that was held: that is no 爽约
 * (domain.md §3.6).
 */
export const isExcusedThroughout = (mine: DayStates, heldDays: ReadonlySet<string>): boolean =>
  heldDays.size > 0 && [...heldDays].every((on) => mine.get(on) === 'excused');

/**
 * Whether a rate reaches what the course asks, compared in whole numbers: 4 of 5 is 80 %.
 * Source: domain.md §3.3.
 */
export const reaches = ({ attended, held }: Rate, neededPercent: number): boolean =>
  held > 0 && attended * 100 >= neededPercent * held;

/** Attendance in words, the share rounded down: 4/5（80%）; 还没有上课 before any meeting was held. */
export const rateWords = ({ attended, held }: Rate): string =>
  held === 0 ? '还没有上课' : `${attended}/${held}（${Math.floor((attended * 100) / held)}%）`;

/**
 * What a booking of a course becomes once the course is over: 爽约 only for whoever never came, since
 * missing some lessons is no no-show. Null while no roll was ever kept. Source: domain.md §3.6.
 */
export const courseOutcome = ({ attended, held }: Rate): 'attended' | 'absent' | null => {
  if (held === 0) return null;
  return attended > 0 ? 'attended' : 'absent';
};
