import { Tag, type Tone } from '@/components/ui/tag';
import { type BookingStatus, bookingStatusLabels } from '../rules/booking';

/** One colour a status, for members and officers alike. */
export const bookingTones: Record<BookingStatus, Tone> = {
  entered: 'info',
  pending: 'info',
  sent_back: 'warning',
  booked: 'success',
  offered: 'warning',
  waitlisted: 'neutral',
  lapsed: 'neutral',
  not_drawn: 'neutral',
  refused: 'neutral',
  cancelled: 'neutral',
  attended: 'success',
  absent: 'neutral',
};

/** Status of a booking in the product's one list of words. */
export function BookingTag({ status }: { status: BookingStatus }) {
  return <Tag tone={bookingTones[status]}>{bookingStatusLabels[status]}</Tag>;
}
