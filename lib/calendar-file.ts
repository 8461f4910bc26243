import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { TIME_ZONE } from '@/lib/dates';

export interface CalendarEntry {
  /** Never changes for the same matter: calendars replace by it instead of adding a second entry. */
  uid: string;
  /** 0 at first, one more with each change. */
  sequence: number;
  title: string;
  startAt: Date;
  endAt: Date;
  changedAt: Date;
  place?: string;
  note?: string;
  link?: string;
  cancelled?: boolean;
}

/**
 * An .ics file that every phone takes. Times are written in UTC: no reader then depends on the zone
 * of the machine that wrote it. A cancelled entry takes the old one off the calendar.
 */
export function calendarFile(entry: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: 'lianxin', product: 'portal', language: 'ZH' },
    method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    x: { 'X-WR-TIMEZONE': TIME_ZONE },
  });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    summary: entry.title,
    start: entry.startAt,
    end: entry.endAt,
    stamp: entry.changedAt,
    location: entry.place ?? null,
    description: entry.note ?? null,
    url: entry.link ?? null,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (!entry.cancelled) {
    event.createAlarm({ trigger: 24 * 3600, description: entry.title });
  }
  return calendar.toString();
}
