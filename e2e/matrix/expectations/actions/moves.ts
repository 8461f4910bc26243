import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOwner } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];
const stale = '999999';
const reason = '上午班人数不够';
const keyed = () => ({ idempotencyKey: randomUUID() });

/** A union sees its members' trainings, and decides nothing about them. */
const seesCourse = { forbidden: ['union', 'district', 'women', 'viewer', 'system'] as const };
const asking = (p: { booking: string }) => ({
  ...{ bookingId: p.booking, version: stale, reason, consent: 'ask', ...keyed() },
});

/** Places that the desk moves, swaps, reserves, and takes for somebody. */
export const movesRows: Record<string, ActionRow> = {
  'moves/answerMoveRequestAction': forOwner(
    (p) => ({ bookingId: p.booking, answer: 'yes', ...keyed() }),
    { forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'] },
  ),
  'moves/moveAttendeeAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...asking(p), sessionId: p.otherSession }),
    seesCourse,
  ),
  'moves/swapAttendeesAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...asking(p), number: 'YY00-0000-000000' }),
    seesCourse,
  ),
  'moves/recordMoveAnswerAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ bookingId: p.booking, answer: 'yes', proof: reason, ...keyed() }),
    seesCourse,
  ),
  'moves/withdrawMoveRequestAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ bookingId: p.booking }),
    seesCourse,
  ),
  'enrolment/findForBookingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...{ offeringId: p.offering, phone: '13899990001', proof: 'reason' },
  })),
  'enrolment/bookForAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...{ offeringId: p.offering, sessionId: p.session, who: 'self' },
    ...{ to: 'none', proof: 'reason', reason, ...keyed() },
  })),
  'places/reservePlaceAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...{ sessionId: p.session, purpose: '困难职工', places: '200', until: '', ...keyed() },
  })),
  'scheduling/mergeSessionsAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...{ fromId: p.session, intoId: p.otherSession, expected: '99999', reason, ...keyed() },
  })),
  'scheduling/undoMergeAction': forOfficers([], 'not_found', (p) => ({ mergeId: p.nothing })),
};
