import { Tag, type Tone } from '@/components/ui/tag';
import { type BookingStatus, bookingStatusLabels } from '../rules/booking';

const tones: Record<BookingStatus, Tone> = {
  pending: 'info',
  sent_back: 'warning',
  booked: 'success',
  waitlisted: 'neutral',
  refused: 'neutral',
  cancelled: 'neutral',
  attended: 'success',
  absent: 'neutral',
};

/** Status of a booking in the product's one list of words. */
export function BookingTag({ status }: { status: BookingStatus }) {
  return <Tag tone={tones[status]}>{bookingStatusLabels[status]}</Tag>;
}
