import { ResultPage } from '@/components/ui/result-page';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { numberText } from '@/features/draws/rules/list';

interface BookingDoneProps {
  booking: MyBookingDetail;
  title: string;
  next: string;
  /** The number that will be drawn; what one looks up later. */
  entryNo?: number;
}

const tones = { booked: 'success', entered: 'success', cancelled: 'neutral' } as const;

/** What the last step came to: which service, and what comes next. When and where stand below. */
export function BookingDone({ booking, title, next, entryNo }: BookingDoneProps) {
  const { status } = booking;
  return (
    <ResultPage
      tone={tones[status as keyof typeof tones] ?? 'warning'}
      icon={status === 'cancelled' ? 'check-circle' : undefined}
      title={title}
      reference={entryNo === undefined ? undefined : `报名号 ${numberText(entryNo)}`}
    >
      <b className="block text-ink">{booking.title}</b>
      {next}
    </ResultPage>
  );
}
