'use server';
import { bookingWords } from '@/features/bookings/words';
import { action } from '@/lib/forms/action';
import { returnTo } from '@/lib/forms/return-to';
import { acceptMove } from './commands/answer-move';
import { answerSendBack } from './commands/answer-send-back';
import { bookFor } from './commands/book-for';
import { cancelBooking } from './commands/cancel-booking';
import { approveBooking, refuseBooking, sendBackBooking } from './commands/decide-bookings';
import { undoManyBookings } from './commands/decide-many-bookings';
import { findForBooking } from './commands/find-for-booking';
import { requestPlace } from './commands/request-place';
import { rescheduleBooking } from './commands/reschedule-booking';
import { undoBookingDecision } from './commands/undo-decision';
import { bookForInput, findForBookingInput } from './schema/book-for';
import {
  answerSendBackInput,
  bookPlaceInput,
  cancelBookingInput,
  keepMovedPlaceInput,
} from './schema/booking';
import {
  approveAtDeskInput,
  refuseAtDeskInput,
  sendBackAtDeskInput,
  undoAtDeskInput,
  undoManyBookingsInput,
} from './schema/desk-decision';
import { rescheduleInput } from './schema/reschedule';
import { bookForWords, rescheduleWords } from './words';

// Members: a place, its receipt, its end.
const own = { as: 'member', words: bookingWords } as const;
const receipt = ({ bookingId }: { bookingId: string }) => `/me/bookings/${bookingId}`;

export const bookPlaceAction = action('bookPlace', bookPlaceInput, requestPlace, {
  as: 'member',
  receipt: ['bookingId', 'number', 'status', 'position'],
  cold: true,
  keyed: true,
  secrets: ['healthConsent', 'screeningConsent'],
  words: bookingWords,
  redirect: (made) => `${receipt(made)}?done=booked`,
});
export const cancelBookingAction = action('cancelBooking', cancelBookingInput, cancelBooking, {
  ...own,
  receipt: ['bookingId'],
  cold: true,
  redirect: (made) => `${receipt(made)}?done=cancelled`,
});
export const answerSendBackAction = action('answerSendBack', answerSendBackInput, answerSendBack, {
  as: 'member',
  receipt: ['bookingId'],
  secrets: ['healthConsent'],
  words: bookingWords,
  redirect: (made) => `${receipt(made)}?done=answered`,
});
export const rescheduleBookingAction = action(
  'rescheduleBooking',
  rescheduleInput,
  rescheduleBooking,
  {
    as: 'member',
    receipt: ['bookingId'],
    cold: true,
    keyed: true,
    words: { ...bookingWords, ...rescheduleWords },
    redirect: (made) => `${receipt(made)}?done=moved`,
  },
);

// The inbox: one decision, then the next case; its undo stands in the address for its seconds.
// The menu counts what waits: every decision brings the whole desk up to date.
const deciding = { as: 'staff', words: bookingWords, revalidate: ['/desk'] } as const;
const toNext = (
  { bookingId, version }: { bookingId: string; version: number },
  input: { back?: string | undefined; next?: string | undefined },
) => returnTo('/desk', input.back, { case: input.next, undo: `b-${bookingId}-${version}` });
const decided = { ...deciding, redirect: toNext };

export const approveBookingAction = action('approveBooking', approveAtDeskInput, approveBooking, {
  ...decided,
  receipt: ['bookingId', 'version'],
});
export const refuseBookingAction = action('refuseBooking', refuseAtDeskInput, refuseBooking, {
  ...decided,
  receipt: ['bookingId', 'version'],
});
export const sendBackBookingAction = action(
  'sendBackBooking',
  sendBackAtDeskInput,
  sendBackBooking,
  { ...decided, receipt: ['bookingId', 'version'] },
);
export const undoBookingDecisionAction = action(
  'undoBookingDecision',
  undoAtDeskInput,
  undoBookingDecision,
  {
    ...deciding,
    redirect: ({ bookingId }, { back }) => returnTo('/desk', back, { case: `b-${bookingId}` }),
  },
);
export const undoManyBookingsAction = action(
  'undoManyBookings',
  undoManyBookingsInput,
  undoManyBookings,
  {
    ...deciding,
    redirect: ({ rows }) => {
      const left = rows.filter((row) => row.reason).length;
      return returnTo('/desk', undefined, { undone: `${rows.length - left}-${left}` });
    },
  },
);

export const keepMovedPlaceAction = action('keepMovedPlace', keepMovedPlaceInput, acceptMove, {
  ...own,
  cold: true,
  redirect: (made) => `${receipt(made)}?done=kept`,
});

// 代办: whose phone, then the booking as they would make it.
export const findForBookingAction = action('findForBooking', findForBookingInput, findForBooking, {
  as: 'staff',
  words: bookForWords,
  redirect: ({ offeringId, to, proof }) =>
    `/desk/offerings/${offeringId}/book?proof=${proof}&to=${encodeURIComponent(to)}`,
});
export const bookForAction = action('bookFor', bookForInput, bookFor, {
  as: 'staff',
  receipt: ['offeringId', 'bookingId', 'number'],
  keyed: true,
  secrets: ['code', 'healthConsent', 'screeningConsent'],
  words: bookForWords,
  redirect: ({ offeringId, bookingId }) =>
    `/desk/offerings/${offeringId}/bookings/${bookingId}?done=booked_for`,
});
