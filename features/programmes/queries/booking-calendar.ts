import 'server-only';
import { calendarFile } from '@/lib/calendar-file';
import type { Ctx } from '@/lib/ctx';
import { calendarUid, isOffTheCalendar } from '../rules/calendar';
import { meetingsOf } from '../rules/meetings';
import { sessionDetails } from '../schema/offering';
import { getMyBooking } from './my-bookings';

/**
 * The .ics of one's own booking: SEQUENCE grows with each change, a cancelled one takes the entry off.
 * A course stands with its first meeting; a screening as 健康服务, since calendars are shown to others.
 */
export async function bookingCalendar(ctx: Ctx, bookingId: string): Promise<string> {
  const b = await getMyBooking(ctx, bookingId);
  const { weekdays } = sessionDetails.parse(b.sessionDetails);
  const [first] = meetingsOf({ startsAt: b.startsAt, endsAt: b.endsAt, weekdays });
  const neutral = b.kind === 'screening';
  return calendarFile({
    uid: calendarUid(b.id),
    sequence: b.calendarSequence,
    title: neutral ? '健康服务' : b.title,
    startAt: first?.from ?? b.startsAt,
    endAt: first?.to ?? b.endsAt,
    changedAt: b.updatedAt,
    place: b.place,
    note: `预约号 ${b.number}`,
    cancelled: isOffTheCalendar(b.status),
  });
}
