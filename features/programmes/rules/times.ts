import { formatDay, formatDayRange, formatRange, formatTime, todayOn } from '@/lib/dates';
import type { Timed } from './meetings';

const names = ['日', '一', '二', '三', '四', '五', '六'];

/** 周一至周五; 周一、三、五; 每天. */
export function weekdayWords(weekdays: readonly number[]): string {
  // The week starts on Monday here.
  const days = [...new Set(weekdays)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  if (days.length === 7) return '每天';
  const run = days.every((d, i) => i === 0 || (d + 6) % 7 === (((days[i - 1] ?? 0) + 6) % 7) + 1);
  const word = (d: number | undefined) => names[d ?? 0];
  if (run && days.length > 2) return `周${word(days[0])}至周${word(days.at(-1))}`;
  return `周${days.map(word).join('、')}`;
}

/** The year of the second day goes without saying when it is the first's. */
const shortRange = (first: string, last: string, today: string): string =>
  formatDayRange(first, last, today).replace(`至${first.slice(0, 4)}年`, '至');

/** When a session is, as one reads it: a sitting, or days of the week between two dates. */
export function sessionTimes(s: Timed, now: Date): { days: string; hours: string } {
  const [first, last] = [todayOn(s.startsAt), todayOn(s.endsAt)];
  const hours = `${formatTime(s.startsAt)}–${formatTime(s.endsAt)}`;
  if (first === last) return { days: formatDay(first, todayOn(now)), hours };
  if (s.weekdays.length === 0) return { days: formatRange(s.startsAt, s.endsAt, now), hours: '' };
  return {
    days: shortRange(first, last, todayOn(now)),
    hours: `${weekdayWords(s.weekdays)} ${hours}`,
  };
}

/** The line of a card: one session in full, several by the first day. */
export function cardTimes(
  card: {
    firstStartsAt: Date;
    firstEndsAt: Date;
    firstWeekdays: readonly number[];
    sessions: number;
  },
  now: Date,
): string {
  const first = {
    startsAt: card.firstStartsAt,
    endsAt: card.firstEndsAt,
    weekdays: card.firstWeekdays,
  };
  const { days, hours } = sessionTimes(first, now);
  const sameForAll = first.weekdays.length > 0;
  if (card.sessions === 1 || sameForAll) return [days, hours].filter(Boolean).join('，');
  return `${formatDay(todayOn(card.firstStartsAt), todayOn(now))}起，共 ${card.sessions} 场`;
}
