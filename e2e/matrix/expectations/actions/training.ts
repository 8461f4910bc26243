import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOwner } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];
const reason = '姓名写错';

export const trainingRows: Record<string, ActionRow> = {
  'training/issueCertificatesAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
  })),
  // There is no such certificate, for anyone.
  'training/revokeCertificateAction': forOfficers([], 'not_found', (p) => ({
    certificateId: p.nothing,
    reason,
  })),
  'training/reissueCertificateAction': forOfficers([], 'not_found', (p) => ({
    certificateId: p.nothing,
    reason,
  })),
  // Nobody was asked yet: past the door there is no such question.
  'training/answerFollowUpAction': forOwner(
    (p) => ({ followUpId: p.nothing, answer: 'employed' }),
    {},
    { mayAlso: ['not_found'] },
  ),
};
