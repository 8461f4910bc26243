import type { BookingStatus } from '../rules/booking';
import { BookingTag } from './status-tag';

/** The next sentence first; the tag supports it. */
export function BookingHead({
  title,
  status,
  standing,
  next,
}: {
  title: string;
  status: BookingStatus;
  standing: string;
  next: string;
}) {
  return (
    <div className="mb-4">
      <BookingTag status={status} />
      <h1 className="mt-2">{title}</h1>
      <p className="mt-2">
        <b>{standing}。</b>
        {next}
      </p>
    </div>
  );
}
