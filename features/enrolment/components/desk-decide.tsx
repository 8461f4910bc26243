import { DecideForms } from '@/features/review/components/decide-forms';
import { approveBookingAction, refuseBookingAction, sendBackBookingAction } from '../actions';
import type { BookingCase } from '../queries/desk-case';
import { sentBackFieldLabels, sentBackFields } from '../schema/booking';

interface BookingDecideProps {
  booking: BookingCase;
  back: string;
  next?: string;
  /** How long a decision can be taken back. */
  note?: string;
}

const sentences = {
  sendBack: ['身份或孩子资料不全，请补充', '请补填接送人', '请说明能否全程参加'],
  reject: ['不符合本期报名条件', '同一期已报了别的班', '多次联系未能核实'],
};

/** The decisions on a booking whose place is held. */
export function BookingDecide({ booking, back, next, note }: BookingDecideProps) {
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
