import { formatDayRange, formatRange, formatTime, todayOn, toLocalDateTime } from '@/lib/dates';

const names = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** 周一至周五; 周一、周三; 每天 when none is named. Monday first, as calendars here begin. */
export function weekdayWords(days: readonly number[]): string {
  if (days.length === 0 || days.length === 7) return '每天';
  const sorted = days.map((d) => (d === 0 ? 7 : d)).sort((a, b) => a - b);
  const name = (d: number | undefined) => names[(d ?? 0) % 7];
  const inARow = sorted.every((d, i) => i === 0 || d === (sorted[i - 1] ?? 0) + 1);
  return sorted.length > 2 && inARow
    ? `${name(sorted[0])}至${name(sorted.at(-1))}`
    : sorted.map(name).join('、');
}

/** 7月6日（周一）08:30–11:30, or 7月6日至7月31日，周一至周五 08:30–18:00 for a longer one. */
export function sessionWhen(
  s: { startsAt: Date; endsAt: Date; weekdays: readonly number[] },
  now: Date,
): string {
  const [first, last] = [todayOn(s.startsAt), todayOn(s.endsAt)];
  if (first === last) return formatRange(s.startsAt, s.endsAt, now);
  const days = formatDayRange(first, last, todayOn(now));
  return `${days}，${weekdayWords(s.weekdays)} ${formatTime(s.startsAt)}–${formatTime(s.endsAt)}`;
}

interface Sitting {
  readonly id: string;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

/** The session an officer most likely means: the next that is not over, else the last. */
export function nearestSession<S extends Sitting>(o: {
  readonly sessions: readonly S[];
  readonly now: Date;
}): S | undefined {
  const standing = o.sessions.filter((s) => s.cancelledAt === null);
  return standing.find((s) => s.endsAt > o.now) ?? standing.at(-1) ?? o.sessions[0];
}

/** 6月8日 10:00, for narrow columns of a desk table; the year stands when it is another one. */
export function shortTime(at: Date, now: Date): string {
  const [on = '', time = ''] = toLocalDateTime(at).split('T');
  return `${shortDay(on, todayOn(now))} ${time}`;
}

function shortDay(on: string, today: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${on.slice(0, 4) === today.slice(0, 4) ? '' : `${year}年`}${month}月${day}日`;
}

/** A session's name where several stand side by side: with its day when names repeat. */
export function sessionLabel(
  s: { title: string; startsAt: Date },
  all: readonly { title: string }[],
  now: Date,
): string {
  const repeats = all.filter((other) => other.title === s.title).length > 1;
  return repeats ? `${shortDay(todayOn(s.startsAt), todayOn(now))} ${s.title}` : s.title;
}
