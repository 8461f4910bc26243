import { Cell } from '@/components/ui/cell-list';
import { Tag } from '@/components/ui/tag';
import { DayLead } from '@/features/offerings/components/day-lead';
import { bookedTimes, nextMeeting } from '@/features/offerings/rules/meetings';
import { formatTime } from '@/lib/dates';
import type { MyBooking } from '../queries/my-bookings';
import { isRunning } from '../rules/booking-words';
import { BookingTag } from './status-tag';

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
      lead={<DayLead at={at} now={now} />}
      title={booking.title}
      sub={[booking.childName, where].filter(Boolean).join(' · ')}
      value={running ? <Tag tone="info">进行中</Tag> : <BookingTag status={booking.status} />}
    />
  );
}
