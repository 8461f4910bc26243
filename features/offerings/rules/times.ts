import {
  formatDay,
  formatDayRange,
  formatRange,
  formatShortDay,
  formatTime,
  todayOn,
  weekdayName,
} from '@/lib/dates';
import { isCourse, meetingsOf, type Timed } from './meetings';

/** 周一至周五; 周一、三、五; 每天, also when none is named. The week starts on Monday here. */
export function weekdayWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  if (days.length === 0 || days.length === 7) return '每天';
  const run = days.every((d, i) => i === 0 || (d + 6) % 7 === (((days[i - 1] ?? 0) + 6) % 7) + 1);
  const [first = '', ...more] = days.map(weekdayName);
  if (run && days.length > 2) return `${first}至${more.at(-1)}`;
  return [first, ...more.map((name) => name.replace('周', ''))].join('、');
}

/** The year of the second day goes without saying when it is the first's. */
const shortRange = (first: string, last: string, today: string): string =>
  formatDayRange(first, last, today).replace(`至${first.slice(0, 4)}年`, '至');

/** Days between that are left out: named while they are few. */
function offWords(off: readonly string[], today: string): string {
  if (off.length === 0) return '';
  const days = off.map((on) => formatShortDay(on, today));
  return off.length <= 3 ? `，${days.join('、')}不上` : `，其中 ${off.length} 天放假、调休不上`;
}

/** When a session is, in two parts: the days, and for several days which of them at what hours. */
export function sessionTimes(s: Timed, now: Date): { days: string; hours: string } {
  const [first, last] = [todayOn(s.startsAt), todayOn(s.endsAt)];
  const hours = `${formatTime(s.startsAt)}–${formatTime(s.endsAt)}`;
  const today = todayOn(now);
  if (first === last) return { days: formatDay(first, today), hours };
  const [meeting] = meetingsOf(s, 1);
  // Over a night: one stretch from an hour to an hour.
  if (meeting && todayOn(meeting.from) !== todayOn(meeting.to)) {
    return { days: formatRange(s.startsAt, s.endsAt, now), hours: '' };
  }
  const off = s.off.filter((on) => first < on && on < last);
  return {
    days: shortRange(first, last, today),
    hours: `${weekdayWords(s.weekdays)} ${hours}${offWords(off, today)}`,
  };
}

/**
 * When a session is, as every notice, refusal, page, sheet and poster says it: 7月6日（周一）08:30–11:30,
 * or 12月8日至12月14日，每天 10:00–17:00.
 */
export function sessionWhen(s: Timed, now: Date): string {
  const { days, hours } = sessionTimes(s, now);
  if (!hours) return days;
  const several = todayOn(s.startsAt) !== todayOn(s.endsAt);
  return several ? `${days}，${hours}` : `${days}${hours}`;
}

/** The line of a card: one session in full, several by the first day. */
export function cardTimes(
  card: {
    readonly first: Timed;
    readonly sessions: number;
  },
  now: Date,
): string {
  const { first, sessions } = card;
  if (sessions === 1 || isCourse(first)) return sessionWhen(first, now);
  return `${formatDay(todayOn(first.startsAt), todayOn(now))}起，共 ${sessions} 场`;
}
