import { Cell, DateLead } from '@/components/ui/cell-list';
import { Tag } from '@/components/ui/tag';
import { bookedTimes, nextMeeting } from '@/features/offerings/rules/meetings';
import { formatDay, formatTime, todayOn } from '@/lib/dates';
import type { MyBooking } from '../queries/my-bookings';
import { isRunning } from '../rules/booking-words';
import { BookingTag } from './status-tag';

/** Day and weekday, with the month in place of the weekday when it is another month or has begun. */
function lead(startsAt: Date, now: Date) {
  const on = todayOn(startsAt);
  const today = todayOn(now);
  const weekday = formatDay(on, today).split(/[（）]/)[1];
  const sameMonth = on >= today && on.slice(0, 7) === today.slice(0, 7);
  return (
    <DateLead
      top={String(Number(on.slice(8)))}
      bottom={sameMonth ? weekday : `${Number(on.slice(5, 7))}月`}
    />
  );
}

interface MyBookingCellProps {
  booking: MyBooking & { position?: number | null };
  now: Date;
}

/** One row of 我的预约: when, what, for whom, how it stands. */
export function MyBookingCell({ booking, now }: MyBookingCellProps) {
  // A course under way stands with its next meeting.
  const at = nextMeeting(bookedTimes(booking), now)?.from ?? booking.startsAt;
  const running = booking.status === 'booked' && isRunning(booking, now);
  const where = booking.position
    ? `排第 ${booking.position} 位`
    : `${formatTime(at)} · ${booking.place}`;
  return (
    <Cell
      href={`/me/bookings/${booking.id}`}
      lead={lead(at, now)}
      title={booking.title}
      sub={[booking.childName, where].filter(Boolean).join(' · ')}
      value={running ? <Tag tone="info">进行中</Tag> : <BookingTag status={booking.status} />}
    />
  );
}
