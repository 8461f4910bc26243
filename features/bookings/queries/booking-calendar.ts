import 'server-only';
import { sql } from 'drizzle-orm';
import { bookedTimes, meetingsOf } from '@/features/offerings/rules/meetings';
import { addressWords } from '@/features/venues/rules/venue';
import type { Ctx } from '@/lib/ctx';
import { calendarFile } from '@/lib/documents/calendar-file';
import { read } from '@/lib/transaction';
import { calendarUid, isOffTheCalendar, placeInTown } from '../rules/calendar';
import { getMyBooking } from './my-bookings';

/** The union in whose area a session is: its own town, the organiser's, or the district above it. */
async function areaOf(ctx: Ctx, sessionId: string): Promise<string | null> {
  const [row] = await read(ctx, (tx) =>
    tx.db.execute<{ name: string | null }>(sql`
      select coalesce(t.name, (select g.name from organisation_closure c
        join organisations g on g.id = c.ancestor_id and g.kind = 'district_federation'
        where c.descendant_id = o.organisation_id order by c.depth limit 1)) as name
      from offering_sessions s
      join offerings o on o.id = s.offering_id
      join organisations n on n.id = o.organisation_id
      left join organisations t on t.id = coalesce(s.town_id, n.town_id)
      where s.id = ${sessionId}::uuid`),
  );
  return row?.name ?? null;
}

/**
 * The .ics of one's own booking: every meeting; SEQUENCE grows with each change, a cancelled one takes
 * the entry off. A screening stands as 健康服务, since calendars are shown to others.
 * @param origin where the portal is reached, for the link back
 */
export async function bookingCalendar(ctx: Ctx, bookingId: string, origin: string) {
  const b = await getMyBooking(ctx, bookingId);
  const link = `${origin}/me/bookings/${b.id}`;
  return calendarFile({
    uid: calendarUid(b.id),
    sequence: b.calendarSequence,
    title: b.kind === 'screening' ? '健康服务' : b.title,
    times: meetingsOf(bookedTimes(b)),
    changedAt: b.updatedAt,
    place: b.venue
      ? `${b.place}（${addressWords(b.venue)}）`
      : placeInTown(b.place, await areaOf(ctx, b.sessionId)),
    note: `预约号 ${b.number}\n${link}`,
    link,
    cancelled: isOffTheCalendar(b.status),
  });
}
