import ical, {
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalWeekday,
} from 'ical-generator';
import { TIME_ZONE } from '@/lib/dates';

export interface CalendarEntry {
  /** Never changes for the same matter: calendars replace by it instead of adding a second entry. */
  uid: string;
  /** 0 at first, one more with each change. */
  sequence: number;
  title: string;
  /** Every time it takes place, in order, all of one length and at one hour of the day. */
  times: readonly { readonly from: Date; readonly to: Date }[];
  changedAt: Date;
  place?: string;
  note?: string;
  link?: string;
  cancelled?: boolean;
}

const DAY = 86_400_000;
const weekdays = [
  ICalWeekday.SU,
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
] as const;

/**
 * A weekly rule from the first time to the last, less the days on which nothing is: the form that every
 * phone reads, where lists of dates are often passed over. Days are those of UTC, as the times are.
 */
function repeating(times: CalendarEntry['times']) {
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last || times.length < 2) return null;
  const starts = new Set(times.map(({ from }) => from.getTime()));
  const days = [...new Set(times.map(({ from }) => from.getUTCDay()))];
  const exclude: Date[] = [];
  for (let at = first.from.getTime(); at < last.from.getTime(); at += DAY) {
    if (days.includes(new Date(at).getUTCDay()) && !starts.has(at)) exclude.push(new Date(at));
  }
  return {
    freq: ICalEventRepeatingFreq.WEEKLY,
    byDay: days.flatMap((day) => weekdays[day] ?? []),
    until: last.from,
    ...(exclude.length > 0 && { exclude }),
  };
}

/**
 * An .ics file that every phone takes. Times are written in UTC: no reader then depends on the zone
 * of the machine that wrote it. A cancelled entry takes the old one off the calendar.
 */
export function calendarFile(entry: CalendarEntry): string {
  const [first] = entry.times;
  if (!first) throw new RangeError('an entry without a time');
  const calendar = ical({
    prodId: { company: 'lianxin', product: 'portal', language: 'ZH' },
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    x: { 'X-WR-TIMEZONE': TIME_ZONE },
  });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    summary: entry.title,
    start: first.from,
    end: first.to,
    stamp: entry.changedAt,
    location: entry.place ?? null,
    description: entry.note ?? null,
    url: entry.link ?? null,
    repeating: repeating(entry.times),
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (!entry.cancelled) {
    event.createAlarm({ trigger: 24 * 3600, description: entry.title });
  }
  return calendar.toString();
}
