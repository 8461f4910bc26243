'use server';
import { action } from '@/lib/forms/action';
import { answerMoveRequest, recordMoveAnswer } from './commands/answer-move-request';
import { withdrawMoveRequest } from './commands/end-move-requests';
import { moveAttendee } from './commands/move-attendee';
import { swapAttendees } from './commands/swap-attendees';
import {
  answerMoveRequestInput,
  moveAttendeeInput,
  recordMoveAnswerInput,
  swapAttendeesInput,
  withdrawMoveRequestInput,
} from './schema/move';
import { moveWords } from './words';

const staff = { as: 'staff', words: moveWords, keyed: true } as const;
const atDesk = (done: string) => (made: { offeringId: string; bookingId: string }) =>
  `/desk/offerings/${made.offeringId}/bookings/${made.bookingId}?done=${done}`;
type Outcome = { offeringId: string; bookingId: string; outcome: 'asked' | 'moved' };
const after = (made: Outcome) => atDesk(made.outcome)(made);

export const moveAttendeeAction = action('moveAttendee', moveAttendeeInput, moveAttendee, {
  ...staff,
  receipt: ['bookingId', 'offeringId', 'outcome'],
  redirect: after,
});
export const swapAttendeesAction = action('swapAttendees', swapAttendeesInput, swapAttendees, {
  ...staff,
  receipt: ['bookingId', 'offeringId', 'outcome'],
  redirect: after,
});
export const recordMoveAnswerAction = action(
  'recordMoveAnswer',
  recordMoveAnswerInput,
  recordMoveAnswer,
  {
    ...staff,
    receipt: ['bookingId', 'offeringId', 'status'],
    redirect: atDesk('answered'),
  },
);
export const withdrawMoveRequestAction = action(
  'withdrawMoveRequest',
  withdrawMoveRequestInput,
  withdrawMoveRequest,
  { as: 'staff', words: moveWords, redirect: atDesk('withdrawn') },
);

// The person's own answer on the phone.
export const answerMoveRequestAction = action(
  'answerMoveRequest',
  answerMoveRequestInput,
  answerMoveRequest,
  {
    as: 'member',
    words: moveWords,
    cold: true,
    keyed: true,
    receipt: ['bookingId', 'status'],
    redirect: ({ bookingId, status }) => `/me/bookings/${bookingId}?done=move_${status}`,
  },
);
