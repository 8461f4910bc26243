'use server';
import { action } from '@/lib/forms/action';
import { addQuestion } from './commands/add-question';
import { changeQuestion } from './commands/change-question';
import { completeAnswers } from './commands/complete-answers';
import { moveQuestion, retireQuestion } from './commands/order-questions';
import { prepareAnswers } from './commands/prepare-answers';
import { revealAnswers } from './commands/reveal-answers';
import { withdrawAnswer } from './commands/withdraw-answer';
import {
  completeAnswersInput,
  prepareAnswersInput,
  revealAnswersInput,
  withdrawAnswerInput,
} from './schema/answer';
import {
  addQuestionInput,
  changeQuestionInput,
  moveQuestionInput,
  retireQuestionInput,
} from './schema/manage-question';
import { answerRefusals, formWords } from './words';

// Officers: the form of an offering.
export const addQuestionAction = action('addQuestion', addQuestionInput, addQuestion, {
  as: 'staff',
  receipt: ['offeringId', 'told'],
  words: formWords,
  redirect: ({ offeringId, told: notified }) =>
    `/desk/offerings/${offeringId}/questions?done=added&told=${notified}`,
});
export const changeQuestionAction = action('changeQuestion', changeQuestionInput, changeQuestion, {
  as: 'staff',
  words: formWords,
  redirect: ({ offeringId, told: notified }) =>
    `/desk/offerings/${offeringId}/questions?done=changed&told=${notified}`,
});
export const moveQuestionAction = action('moveQuestion', moveQuestionInput, moveQuestion, {
  as: 'staff',
  words: formWords,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/questions?done=moved`,
});
export const retireQuestionAction = action('retireQuestion', retireQuestionInput, retireQuestion, {
  as: 'staff',
  words: formWords,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/questions?done=retired`,
});
export const revealAnswersAction = action('revealAnswers', revealAnswersInput, revealAnswers, {
  as: 'staff',
});

// Members: their own answers.
export const prepareAnswersAction = action('prepareAnswers', prepareAnswersInput, prepareAnswers, {
  as: 'member',
  cold: true,
  words: answerRefusals,
  redirect: (_, { offeringId, who, sessionId }) =>
    `/services/${offeringId}/book?who=${who}&s=${sessionId}`,
});
export const completeAnswersAction = action(
  'completeAnswers',
  completeAnswersInput,
  completeAnswers,
  {
    as: 'member',
    cold: true,
    words: answerRefusals,
    redirect: ({ bookingId }) => `/me/bookings/${bookingId}?answered=yes`,
  },
);
export const withdrawAnswerAction = action('withdrawAnswer', withdrawAnswerInput, withdrawAnswer, {
  as: 'member',
  cold: true,
  words: answerRefusals,
  redirect: ({ bookingId }) => `/me/bookings/${bookingId}?answered=withdrawn`,
});
