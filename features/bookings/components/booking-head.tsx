import { Title } from '@/components/ui/title';
import { type BookingStatus, bookingStatusLabels } from '../rules/booking';
import { BookingTag } from './status-tag';

/** The next sentence first; the tag supports it, and does not repeat it. */
export function BookingHead({
  title,
  status,
  words,
  next,
}: {
  title: string;
  status: BookingStatus;
  words: string;
  next: string;
}) {
  return (
    <div className="mb-4">
      {words !== bookingStatusLabels[status] && <BookingTag status={status} />}
      <h1 className="mt-2">
        <Title>{title}</Title>
      </h1>
      <p className="mt-2">
        <b>{words}。</b>
        {next}
      </p>
    </div>
  );
}
