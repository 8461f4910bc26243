import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** The union lies in 江南街道: its town and 组织部 keep its offices; who only reads there is refused. */
const keeping: readonly Actor[] = ['town', 'district'];
const readers = { forbidden: ['union', 'viewer'] } as const;
const never = '2999-01-01';
const paper = { documentNo: '矩阵工批〔2026〕9号' };

/** `none`: there is no such office, for anyone. */
const keeps = (
  more: (p: { nothing: string }) => Record<string, string>,
  none: readonly string[] = [],
): ActionRow =>
  forOfficers(keeping, 'not_found', (p) => ({ organisationId: p.union, ...more(p) }), readers, {
    mayAlso: none,
  });
const seat = { body: 'committee', post: 'member', name: '某某', memberNo: '', fromOn: never };

export const officeRows: Record<string, ActionRow> = {
  // A day that is to come is refused behind the door, so nothing is asked for.
  'offices/askExtensionAction': forOfficers(
    ['union', 'town', 'district'],
    'not_found',
    (p) => ({
      ...{ organisationId: p.union, idempotencyKey: randomUUID(), askedNo: '矩阵工请〔2026〕9号' },
      ...{ askedOn: never, untilOn: never, reason: '矩阵' },
    }),
    { forbidden: ['viewer'] },
  ),
  'offices/answerExtensionAction': keeps(() => ({
    ...{ idempotencyKey: randomUUID(), decision: 'granted', decidedOn: never, untilOn: '' },
    ...{ decidedNo: '矩阵工复〔2026〕9号', answer: '' },
  })),
  'offices/enterTermAction': keeps(() => ({ ...paper, ordinal: '99', beganOn: never, years: '3' })),
  'offices/seatHolderAction': keeps(() => ({ ...paper, ...seat })),
  'offices/endOfficeAction': keeps(
    (p) => ({ ...paper, officeId: p.nothing, reason: 'resigned', endedOn: never }),
    ['not_found'],
  ),
  'offices/linkHolderAction': keeps((p) => ({ officeId: p.nothing, memberNo: '0' }), ['not_found']),
  'offices/enterCertificateAction': keeps(() => ({
    ...{ number: '矩阵证 1', issuedOn: never, validTo: never },
  })),
};
