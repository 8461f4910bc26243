import { isWorkday, type WorkCalendar } from '@/lib/calendar/workdays';
import { addDays, todayOn, toLocalDateTime } from '@/lib/dates';
import { afterQuiet, clockAt, type QuietHours } from '@/lib/messaging/sms/quiet-hours';

/** Every number an offer is counted by: the offering's own, or the setting of the system. */
export interface OfferHours extends QuietHours {
  /** Working hours an offer holds its place. */
  readonly offerHours: number;
  /** This close to the start, in hours … */
  readonly nearHours: number;
  /** … an offer holds for so many minutes only. */
  readonly nearMinutes: number;
  /** Working hours by which an offer that reached nobody is held once more. */
  readonly extendHours: number;
  /** The working day, in hours of the day. */
  readonly workFrom: number;
  readonly workUntil: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** No published calendar has a gap this long; it only keeps a broken one from looping. */
const MOST_DAYS = 400;

/**
 * The instant when so many working hours have passed since `from`: only hours of the working day on
 * working days count, holidays and 调休 as published. Source: domain.md §3.5.
 */
export function addWorkHours(
  from: Date,
  hours: number,
  calendar: WorkCalendar,
  day: Pick<OfferHours, 'workFrom' | 'workUntil'>,
): Date {
  let left = hours * HOUR;
  let on = todayOn(from);
  for (let days = 0; days < MOST_DAYS; days++, on = addDays(on, 1)) {
    if (!isWorkday(on, calendar)) continue;
    const opens = Math.max(clockAt(on, day.workFrom).getTime(), from.getTime());
    const room = clockAt(on, day.workUntil).getTime() - opens;
    if (room <= 0) continue;
    if (left <= room) return new Date(opens + left);
    left -= room;
  }
  throw new RangeError('no working day within reach');
}

interface Offering {
  readonly now: Date;
  readonly startsAt: Date;
  readonly hours: OfferHours;
  readonly calendar: WorkCalendar;
}

/** As `offerDeadline`, for a span of working hours of one's own. */
function deadlineAfter(
  workHours: number,
  { now, startsAt, hours, calendar }: Offering,
): Date | null {
  if (now >= startsAt) return null;
  const clock = afterQuiet(now, hours);
  const short = new Date(clock.getTime() + hours.nearMinutes * MINUTE);
  const near = new Date(startsAt.getTime() - hours.nearHours * HOUR);
  const long = addWorkHours(clock, workHours, calendar, hours);
  // Far ahead it ends when the near time begins, so that the next in line still has a turn.
  const wanted = now >= near || short > near ? short : long < near ? long : near;
  const ends = afterQuiet(wanted, hours);
  return ends < startsAt ? ends : startsAt;
}

/**
 * Until when an offer made now holds its place (domain.md §3.5, ADR 0014): so many working
 * hours, cut where the last hours before the start begin; in those, so many minutes. An offer made in
 * the quiet hours begins in the morning, one that would end in them runs on to the morning. Never
 * later than the session starts.
 * @returns null when the session has started: then nothing is offered any more
 */
export const offerDeadline = (o: Offering): Date | null => deadlineAfter(o.hours.offerHours, o);

/**
 * The one later deadline of an offer that no channel brought to its person. Null once the session has
 * begun. Source: domain.md §3.5.
 */
export const extendedDeadline = (o: Offering): Date | null => deadlineAfter(o.hours.extendHours, o);

/** 今天17:00, 明天09:00, or the day: how a deadline is said where space is short. */
export function deadlineWords(at: Date, now: Date): string {
  const [on = '', time = ''] = toLocalDateTime(at).split('T');
  const today = todayOn(now);
  if (on === today) return `今天 ${time}`;
  if (on === addDays(today, 1)) return `明天 ${time}`;
  const [, month, day] = on.split('-').map(Number);
  return `${month}月${day}日 ${time}`;
}
