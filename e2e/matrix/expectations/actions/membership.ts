import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOneself, forOwner } from '../../replies';
import { aResidentId } from './resident-id';

/** The desk of the union, of its town above and of the district above that. */
const reviewers: readonly Actor[] = ['union', 'town', 'district'];
/** 窗口换绑: towns and the district. */
const rebinders: readonly Actor[] = ['town', 'otherTown', 'district'];
/** 代办 at one's own counter: the right to enter, wherever it is held. */
const counters: readonly Actor[] = [...reviewers, 'otherUnion', 'otherTown'];
/** They hold a role above the union, so its rows are there for them; deciding is not. */
const above = { forbidden: ['women', 'economy', 'viewer', 'system'] as const };
const stale = '999999';
const note = '姓名与证件不一致';

const document = {
  idType: 'resident_id',
  idNumber: aResidentId('45080319900101123'),
  birthOn: '',
  sex: '',
};
const ofMove = (p: { move: string }) => ({ transferId: p.move });
/** The other side of a transfer sees it, and answers for itself only. */
const besides = { forbidden: [...above.forbidden, 'otherUnion', 'otherTown'] as const };
const decide = (p: { application: string }) => ({ applicationId: p.application, version: stale });
const ownCase = (p: { ownApplication: string }) => ({
  applicationId: p.ownApplication,
  version: stale,
});

export const membershipRows: Record<string, ActionRow> = {
  'applications/joinByCodeAction': forOneself((p) => ({
    code: p.joinCode,
    name: '陈一帆',
    ...document,
  })),
  'applications/saveNameAction': forOneself(() => ({ name: '陈一帆' })),
  'applications/saveDocumentAction': forOneself(() => document),
  'applications/saveOccupationAction': forOneself(() => ({ occupation: 'courier' })),
  'applications/saveEmployerAction': forOneself((p) => ({ employerId: p.employer })),
  'applications/saveTownAction': forOneself((p) => ({ townId: p.town })),
  'applications/saveIndustryAction': forOneself((p) => ({ organisationId: p.industry })),
  'applications/submitApplicationAction': forOneself(() => ({
    version: stale,
    pledge: 'yes',
    idConsent: 'yes',
  })),
  'applications/resubmitApplicationAction': forOwner(ownCase),
  'applications/withdrawApplicationAction': forOwner(ownCase),
  'transfers/requestTransferAction': forOneself(() => ({ version: stale, idConsent: 'yes' })),
  'transfers/askForChangeAction': forOneself(() => ({
    kind: 'work',
    occupation: 'no_such_work',
    employerName: '',
  })),
  'transfers/withdrawRequestAction': forOwner((p) => ({ requestId: p.transfer }), {
    not_found: ['member'],
  }),
  'transfers/startTransferAction': forOneself((p) => ({
    ...{ toId: p.nothing, employerName: '', idempotencyKey: randomUUID() },
  })),
  'transfers/confirmTransferAction': forOwner(ofMove, { not_found: ['member'] }),
  'transfers/withdrawTransferAction': forOwner(ofMove, { not_found: ['member'] }),
  'transfers/urgeTransferAction': forOwner((p) => ({ ...ofMove(p), side: 'out' }), {
    not_found: ['member'],
  }),
  'transfers/appealTransferAction': forOwner(
    (p) => ({ ...ofMove(p), side: 'out', appeal: '已经签合同' }),
    { not_found: ['member'] },
  ),
  'transfers/proposeTransferAction': forOfficers(reviewers, 'forbidden', (p) => ({
    ...{ toId: p.union, memberNo: '000000000000', name: '陈一帆' },
    idempotencyKey: randomUUID(),
  })),
  'transfers/agreeTransferAction': forOfficers(
    ['otherUnion', 'otherTown', 'district'],
    'not_found',
    (p) => ({ ...ofMove(p), side: 'in' }),
    { forbidden: [...above.forbidden, 'union', 'town'] },
  ),
  'transfers/refuseTransferAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ ...ofMove(p), side: 'out', refusal: 'not_ours', note: '他还在本单位上班' }),
    besides,
  ),
  'transfers/stopTransferAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ ...ofMove(p), kind: 'election', basis: '换届批复 3 号', endsOn: '2000-01-01' }),
    besides,
  ),
  'transfers/decideTransferAppealAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ ...ofMove(p), side: 'out', answer: 'agree', note: '合同核对过' }),
    besides,
  ),
  'transfers/warnMemberAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({
      ...{ personId: p.member, on: '2000-01-01', note: '打过电话' },
      idempotencyKey: randomUUID(),
    }),
    above,
  ),
  'transfers/openExpulsionAction': forOfficers(
    [],
    'not_found',
    (p) => ({ personId: p.nothing, judgement: '（2026）刑初 1 号', facts: '小组已经讨论' }),
    { not_found: [...reviewers, ...above.forbidden] },
  ),
  'transfers/revealCaseAction': forOfficers([], 'not_found', (p) => ({ caseId: p.nothing }), {
    not_found: [...reviewers, ...above.forbidden],
  }),
  'transfers/carryOutCaseAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ caseId: p.membershipCase, note: '说过两次' }),
    above,
  ),
  'transfers/dropCaseAction': forOfficers(
    [],
    'not_found',
    (p) => ({ caseId: p.nothing, note: '已补交会费' }),
    { not_found: [...reviewers, ...above.forbidden] },
  ),
  'review/approveApplicationAction': forOfficers(reviewers, 'not_found', decide, above),
  'review/rejectApplicationAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ ...decide(p), note }),
    above,
  ),
  'review/sendBackApplicationAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ ...decide(p), note, fields: 'name' }),
    above,
  ),
  'review/undoDecisionAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ decisionId: p.decision }),
    above,
  ),
  // Every row has its own answer, so the form itself is answered; nothing is changed all the same.
  'review/undoManyAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ decisionIds: p.decision }),
    { ok: ['otherUnion', 'otherTown', 'women', 'economy', 'viewer', 'system', 'hospital'] },
  ),
  'review/revealApplicationFieldAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ applicationId: p.application, field: 'phone' }),
    above,
  ),
  'members/revealMemberFieldAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ personId: p.member, field: 'document' }),
    above,
  ),
  'member-records/fillRecordAction': forOneself(() => ({ education: '99' })),
  'member-records/revealRecordFieldAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ personId: p.member, field: 'political' }),
    above,
  ),
  'member-records/correctEthnicityAction': forOfficers(
    reviewers,
    'forbidden',
    (p) => ({ personId: p.member, ethnicity: '08', reason: '登记错了', present: 'yes' }),
    { not_found: ['otherUnion', 'otherTown'] },
  ),
  'transfers/closeTransferAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ requestId: p.transfer, note }),
    above,
  ),
  'transfers/applyWorkChangeAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ requestId: p.workRequest }),
    above,
  ),
  'transfers/applyStatusChangeAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ requestId: p.leaveRequest }),
    above,
  ),
  'transfers/recordTalkAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ requestId: p.leaveRequest, talkedOn: '2000-01-01', talkNote: '谈过' }),
    above,
  ),
  'transfers/changeMembershipAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ type: 'restored', personId: p.member, on: '2000-01-01', note: '' }),
    above,
  ),
  'secondments/enterSecondmentAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({
      ...{ personId: p.member, hostId: '', hostName: '区人社局' },
      ...{ startsOn: '2000-01-01', endsOn: '2000-02-01', reason: '专项工作' },
    }),
    above,
  ),
  'secondments/endSecondmentAction': forOfficers(
    [],
    'not_found',
    (p) => ({ secondmentId: p.nothing, endedOn: '2026-01-01', reason: '专项结束' }),
    { not_found: [...reviewers, ...above.forbidden] },
  ),
  'transfers/revealTransferFieldAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ requestId: p.transfer, field: 'phone' }),
    above,
  ),
  'counter/sendCounterCodeAction': forOfficers(
    counters,
    'forbidden',
    () => ({ phone: '13900000093', present: 'yes' }),
    {},
    { once: true },
  ),
  'counter/resendCounterCodeAction': forOfficers(counters, 'forbidden', () => ({
    to: 'made-up',
  })),
  'counter/sendRebindCodeAction': forOfficers(
    rebinders,
    'forbidden',
    (p) => ({ personId: p.member, phone: '13900000092', present: 'yes' }),
    {},
    { once: true },
  ),
  // The second factor first, whoever's member it is.
  'counter/rebindPhoneAction': forOfficers(rebinders, 'forbidden', (p) => ({
    personId: p.member,
    to: 'made-up',
    code: '123456',
    idNumber: '1',
  })),
  'counter/enterAtCounterAction': forOfficers(counters, 'forbidden', (p) => ({
    to: 'made-up',
    code: '123456',
    name: '陈一帆',
    ...document,
    occupation: 'courier',
    organisationId: p.union,
    pledge: 'yes',
    idConsent: 'yes',
  })),
};
