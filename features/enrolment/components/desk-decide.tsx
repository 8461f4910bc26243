import { DecideForms } from '@/features/review/components/decide-forms';
import type { Sentences } from '@/features/review/rules/desk';
import { approveBookingAction, refuseBookingAction, sendBackBookingAction } from '../actions';
import type { BookingCase } from '../queries/desk-case';
import { sentBackFieldLabels, sentBackFields } from '../schema/booking';

interface BookingDecideProps {
  booking: BookingCase;
  back: string;
  next?: string;
  /** How long a decision can be taken back. */
  note?: string;
  sentences: Sentences;
}

/** The decisions on a booking whose place is held. */
export function BookingDecide({ booking, back, next, note, sentences }: BookingDecideProps) {
  return (
    <DecideForms
      approve={approveBookingAction}
      sendBack={sendBackBookingAction}
      reject={refuseBookingAction}
      values={{ bookingId: booking.id, version: booking.version, back, next }}
      fields={sentBackFields.map((value) => ({ value, label: sentBackFieldLabels[value] }))}
      sentences={sentences}
      reader="报名人"
      note={note}
    />
  );
}
