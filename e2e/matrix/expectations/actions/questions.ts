import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOneself, forOwner } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];
/** The course asks nothing: past the door there is no such question. */
const pastTheDoor = { mayAlso: ['not_found'] } as const;

// A condition on a question that is not there: refused for what it says, so that the demo stays as it is.
const content = (p: { offering: string; nothing: string }) => ({
  offeringId: p.offering,
  type: 'text',
  label: '矩阵测试题',
  condition: `${p.nothing}|是`,
  keptDays: '30',
});
const question = (p: { offering: string; nothing: string }) => ({
  offeringId: p.offering,
  questionId: p.nothing,
});

export const questionsRows: Record<string, ActionRow> = {
  'questions/addQuestionAction': forOfficers(courseStaff, 'not_found', content),
  'questions/changeQuestionAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...content(p), ...question(p) }),
    {},
    pastTheDoor,
  ),
  'questions/moveQuestionAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...question(p), step: 'up' }),
    {},
    pastTheDoor,
  ),
  'questions/retireQuestionAction': forOfficers(
    courseStaff,
    'not_found',
    question,
    {},
    pastTheDoor,
  ),
  'questions/revealAnswersAction': forOfficers(courseStaff, 'not_found', (p) => ({
    bookingId: p.booking,
  })),
  'questions/prepareAnswersAction': forOneself((p) => ({
    offeringId: p.offering,
    sessionId: p.session,
    who: 'self',
    formVersion: '0',
  })),
  'questions/completeAnswersAction': forOwner((p) => ({
    bookingId: p.booking,
    formVersion: '0',
  })),
  'questions/withdrawAnswerAction': forOwner(
    (p) => ({ bookingId: p.booking, questionId: p.nothing }),
    {},
    pastTheDoor,
  ),
};
