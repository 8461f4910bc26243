import { sqlAsOwner } from '@/db/testing';
import { decideAppeal } from '@/features/absences/commands/decide-appeal';
import { excuseAbsence } from '@/features/absences/commands/excuse-absence';
import { checkInOne } from '@/features/attendance/commands/check-in-one';
import { markGrid } from '@/features/attendance/commands/mark-grid';
import { markRoll } from '@/features/attendance/commands/mark-roll';
import { recordCheck } from '@/features/childcare/commands/record-check';
import { applyCorrection } from '@/features/corrections/commands/apply-correction';
import { correctAtCounter } from '@/features/corrections/commands/correct-at-counter';
import { refuseCorrection } from '@/features/corrections/commands/refuse-correction';
import { enterAtCounter } from '@/features/counter/commands/enter-at-counter';
import { rebindPhone } from '@/features/counter/commands/rebind-phone';
import { sendCounterCode } from '@/features/counter/commands/send-counter-code';
import { decideClaim } from '@/features/draws/commands/decide-claim';
import { freezeDraw } from '@/features/draws/commands/freeze-draw';
import { answerObjection } from '@/features/draws/commands/object';
import { publishSeed } from '@/features/draws/commands/publish-seed';
import { runDraw } from '@/features/draws/commands/run-draw';
import { commitWitness, revealWitness } from '@/features/draws/commands/witness';
import { mergePeople } from '@/features/duplicates/commands/merge-people';
import { separateRecords } from '@/features/duplicates/commands/separate-records';
import { bookFor } from '@/features/enrolment/commands/book-for';
import {
  approveBooking,
  refuseBooking,
  sendBackBooking,
} from '@/features/enrolment/commands/decide-bookings';
import { bookForInput } from '@/features/enrolment/schema/book-for';
import { changeTerm } from '@/features/identity/commands/change-term';
import { grantRole } from '@/features/identity/commands/grant-role';
import { revokeRole } from '@/features/identity/commands/revoke-role';
import {
  disableAccount,
  enableAccount,
  resetSecondFactor,
} from '@/features/identity/commands/stop-account';
import { correctEthnicity } from '@/features/member-records/commands/correct-ethnicity';
import { recordMoveAnswer } from '@/features/moves/commands/answer-move-request';
import { withdrawMoveRequest } from '@/features/moves/commands/end-move-requests';
import { moveAttendee } from '@/features/moves/commands/move-attendee';
import { swapAttendees } from '@/features/moves/commands/swap-attendees';
import { offerPlace } from '@/features/places/commands/offer-place';
import { overridePlace } from '@/features/places/commands/override-place';
import { reservePlace } from '@/features/places/commands/reserve-place';
import { answerTask } from '@/features/ratings/commands/answer-task';
import { approveApplication } from '@/features/review/commands/approve-application';
import { rejectApplication } from '@/features/review/commands/reject-application';
import { sendBackApplication } from '@/features/review/commands/send-back-application';
import { markAttendance } from '@/features/rolls/commands/mark-attendance';
import { decideReturn } from '@/features/screening/commands/decide-return';
import { markScreened } from '@/features/screening/commands/mark-screened';
import { endSecondment } from '@/features/secondments/commands/end-secondment';
import { enterSecondment } from '@/features/secondments/commands/enter-secondment';
import {
  reissueCertificate,
  revokeCertificate,
} from '@/features/training/commands/end-certificate';
import { issueCertificates } from '@/features/training/commands/issue-certificates';
import { agreeTransfer } from '@/features/transfers/commands/agree-transfer';
import { applyStatusChange } from '@/features/transfers/commands/apply-status-change';
import { applyWorkChange } from '@/features/transfers/commands/apply-work-change';
import { carryOutCase } from '@/features/transfers/commands/carry-out-case';
import { changeMembership } from '@/features/transfers/commands/change-membership';
import { closeTransfer } from '@/features/transfers/commands/close-transfer';
import { decideTransferAppeal } from '@/features/transfers/commands/decide-transfer-appeal';
import { dropCase } from '@/features/transfers/commands/drop-case';
import { openExpulsion } from '@/features/transfers/commands/open-expulsion';
import { proposeTransfer } from '@/features/transfers/commands/propose-transfer';
import { recordTalk } from '@/features/transfers/commands/record-talk';
import { refuseTransfer } from '@/features/transfers/commands/refuse-transfer';
import { stopTransfer } from '@/features/transfers/commands/stop-transfer';
import { warnMember } from '@/features/transfers/commands/warn-member';
import { phoneTicket } from '@/lib/auth/phone-ticket';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { outboxBody } from '@/lib/messaging/outbox';
import type { FamilyCase } from './family-case';

const reason = '家人参加过同一期';
const version = 1;

/** A code to the mother's phone, as the counter asks for it; she reads it out. */
async function atCounter(ctx: Ctx, f: FamilyCase): Promise<{ to: string; code: string }> {
  await sqlAsOwner()`truncate rate_limits`;
  const sent = await sendCounterCode(ctx, { phone: f.mother.phone });
  if (!sent.ok) throw new Error(sent.reason);
  const [row] = await sqlAsOwner()<{ id: string; body_sealed: string }[]>`
    select id, body_sealed from outbox where template = 'login_code' order by created_at desc limit 1`;
  const { params } = JSON.parse(openField(row?.body_sealed ?? '', outboxBody(row?.id ?? '')));
  return { to: phoneTicket(ctx, f.mother.phone), code: params.code };
}

const booking = (f: FamilyCase) => ({ bookingId: f.bookingId, version, reason });
const asking = (f: FamilyCase, sessionId: string) => ({
  ...{ bookingId: f.bookingId, version, reason, sessionId },
  ...{ consent: 'ask' as const, proof: null },
});
const application = ({ application: { id, version } }: FamilyCase) => ({
  applicationId: id,
  version,
});
const certificate = (f: FamilyCase) => ({ certificateId: f.ids.certificate, reason });
const account = (f: FamilyCase) => ({ accountId: f.mother.accountId, reason });

const move = (f: FamilyCase) => ({ transferId: f.ids.transfer, side: 'out' as const });

/** Every action that decides about somebody, on a case of the mother's or of her child. */
export const deciding: Record<string, (ctx: Ctx, f: FamilyCase) => Promise<unknown>> = {
  'absences/decideAppealAction': (ctx, f) =>
    decideAppeal(ctx, { bookingId: f.hers, version, to: 'accepted', answer: null }),
  'absences/excuseAbsenceAction': (ctx, f) =>
    excuseAbsence(ctx, { bookingId: f.bookingId, to: 'excused' }),
  'attendance/checkInOneAction': async (ctx, f) => {
    const done = await checkInOne(ctx, { sessionId: f.lessons.id, bookingId: f.hers });
    return done.ok ? done.value.scan : done;
  },
  'attendance/markGridAction': (ctx, f) =>
    markGrid(ctx, {
      sessionId: f.lessons.id,
      marks: [{ bookingId: f.hers, on: f.on, seen: 'none', to: 'present', cause: null }],
    }),
  'attendance/markRollAction': (ctx, f) =>
    markRoll(ctx, { sessionId: f.lessons.id, bookingId: f.hers, on: f.on, to: 'present' }),
  'childcare/recordCheckAction': (ctx, f) =>
    recordCheck(ctx, { staffId: f.ids.staff, passedOn: '2026-10-20', reference: '查2026' }),
  'duplicates/mergePeopleAction': (ctx, f) =>
    mergePeople(ctx, {
      ...{ pairId: f.ids.pair, survivor: 'a', name: 'a', document: 'a', phone: 'a' },
      reason,
    }),
  'duplicates/separateRecordsAction': (ctx, f) =>
    separateRecords(ctx, { mergeId: f.ids.merge, reason }),
  'corrections/applyCorrectionAction': (ctx, f) =>
    applyCorrection(ctx, { correctionId: f.correctionId, accept: true }),
  'corrections/refuseCorrectionAction': (ctx, f) =>
    refuseCorrection(ctx, { correctionId: f.correctionId, reason }),
  'corrections/correctAtCounterAction': (ctx, f) =>
    correctAtCounter(ctx, {
      ...{ personId: f.mother.personId, name: '陈一凡', proof: 'id_card', reason },
      ...{ present: 'yes', accept: true },
    }),
  'member-records/correctEthnicityAction': (ctx, f) =>
    correctEthnicity(ctx, {
      ...{ personId: f.mother.personId, ethnicity: '08', reason, present: 'yes' },
    }),
  'identity/disableAccountAction': (ctx, f) => disableAccount(ctx, account(f)),
  'identity/enableAccountAction': (ctx, f) => enableAccount(ctx, account(f)),
  'identity/resetSecondFactorAction': (ctx, f) => resetSecondFactor(ctx, account(f)),
  'identity/grantRoleAction': (ctx, f) =>
    grantRole(ctx, { ...account(f), role: 'viewer', organisationId: f.district.id, name: null }),
  'identity/changeTermAction': (ctx, f) =>
    changeTerm(ctx, { grantId: f.ids.grant, endsOn: null, reason }),
  'identity/revokeRoleAction': (ctx, f) => revokeRole(ctx, { grantId: f.ids.grant, reason }),
  'transfers/applyWorkChangeAction': (ctx, f) => applyWorkChange(ctx, { requestId: f.ids.work }),
  'transfers/agreeTransferAction': (ctx, f) => agreeTransfer(ctx, move(f)),
  'transfers/refuseTransferAction': (ctx, f) =>
    refuseTransfer(ctx, { ...move(f), refusal: 'untrue', note: reason }),
  'transfers/stopTransferAction': (ctx, f) =>
    stopTransfer(ctx, { ...move(f), kind: 'case', basis: reason, endsOn: todayOn(ctx.now) }),
  'transfers/decideTransferAppealAction': (ctx, f) =>
    decideTransferAppeal(ctx, { ...move(f), answer: 'uphold', note: reason }),
  'transfers/proposeTransferAction': (ctx, f) =>
    proposeTransfer(ctx, { toId: f.union.id, memberNo: f.mother.memberNo, name: '陈一帆' }),
  'transfers/warnMemberAction': (ctx, f) =>
    warnMember(ctx, { personId: f.mother.personId, on: todayOn(ctx.now), note: reason }),
  'transfers/openExpulsionAction': (ctx, f) =>
    openExpulsion(ctx, { personId: f.mother.personId, judgement: reason, facts: reason }),
  'transfers/carryOutCaseAction': (ctx, f) =>
    carryOutCase(ctx, { caseId: f.ids.membershipCase, note: reason }),
  'transfers/dropCaseAction': (ctx, f) =>
    dropCase(ctx, { caseId: f.ids.membershipCase, note: reason }),
  'transfers/applyStatusChangeAction': (ctx, f) =>
    applyStatusChange(ctx, { requestId: f.ids.leave }),
  'transfers/recordTalkAction': (ctx, f) =>
    recordTalk(ctx, { requestId: f.ids.leave, talkedOn: todayOn(ctx.now), talkNote: reason }),
  'transfers/changeMembershipAction': (ctx, f) =>
    changeMembership(ctx, {
      ...({ type: 'retained', reason: 'retired', note: reason } as const),
      ...{ personId: f.mother.personId, on: todayOn(ctx.now) },
    }),
  'secondments/enterSecondmentAction': (ctx, f) =>
    enterSecondment(ctx, {
      ...{ personId: f.mother.personId, hostId: null, hostName: '区人社局', reason },
      ...{ startsOn: todayOn(ctx.now), endsOn: todayOn(ctx.now) },
    }),
  'secondments/endSecondmentAction': (ctx, f) =>
    endSecondment(ctx, { secondmentId: f.ids.secondment, endedOn: todayOn(ctx.now), reason }),
  'review/approveApplicationAction': (ctx, f) => approveApplication(ctx, application(f)),
  'transfers/closeTransferAction': (ctx, f) =>
    closeTransfer(ctx, { requestId: f.ids.move, reason }),
  'counter/enterAtCounterAction': async (ctx, f) =>
    enterAtCounter(ctx, {
      ...(await atCounter(ctx, f)),
      name: '覃冬青',
      idType: 'resident_id',
      idNumber: f.mother.idNumber,
      birthOn: null,
      sex: null,
      occupation: 'courier',
      organisationId: f.union.id,
      employerName: null,
      pledge: 'yes',
      idConsent: 'yes',
    }),
  'counter/rebindPhoneAction': async (ctx, f) =>
    rebindPhone(ctx, {
      ...(await atCounter(ctx, f)),
      personId: f.mother.personId,
      idNumber: f.mother.idNumber,
    }),
  'review/rejectApplicationAction': (ctx, f) =>
    rejectApplication(ctx, { ...application(f), reason }),
  'review/sendBackApplicationAction': (ctx, f) =>
    sendBackApplication(ctx, { ...application(f), fields: [], reason }),
  'draws/answerObjectionAction': (ctx, f) =>
    answerObjection(ctx, { objectionId: f.ids.objection, answer: '已核对' }),
  'enrolment/approveBookingAction': (ctx, f) => approveBooking(ctx, booking(f)),
  'enrolment/bookForAction': async (ctx, f) =>
    bookFor(
      ctx,
      bookForInput.parse({
        ...{ offeringId: f.offering.id, sessionId: f.session.id, who: f.child.childId },
        ...{ to: phoneTicket(ctx, f.mother.phone), proof: 'reason', reason },
      }),
    ),
  'moves/moveAttendeeAction': (ctx, f) => moveAttendee(ctx, asking(f, f.lessons.id)),
  'moves/swapAttendeesAction': (ctx, f) =>
    swapAttendees(ctx, { ...asking(f, ''), number: 'YY00-0000-000000' }),
  'moves/recordMoveAnswerAction': (ctx, f) =>
    recordMoveAnswer(ctx, { bookingId: f.bookingId, answer: 'yes', proof: reason }),
  'moves/withdrawMoveRequestAction': (ctx, f) =>
    withdrawMoveRequest(ctx, { bookingId: f.bookingId }),
  'places/reservePlaceAction': (ctx, f) =>
    reservePlace(ctx, {
      ...{ sessionId: f.session.id, purpose: '困难职工', places: 1, child: f.child.name },
      ...{ phone: f.mother.phone, until: new Date(f.session.startsAt.getTime() - 3_600_000) },
    }),
  'draws/commitWitnessAction': (ctx, f) =>
    commitWitness(ctx, {
      sessionId: f.session.id,
      position: 1,
      name: '见证人',
      commitment: 'a'.repeat(64),
    }),
  'draws/decideClaimAction': (ctx, f) =>
    decideClaim(ctx, { bookingId: f.bookingId, tierKey: 'hardship', verdict: 'verified' }),
  'draws/freezeDrawAction': (ctx, f) => freezeDraw(ctx, { sessionId: f.session.id }),
  'rolls/markAttendanceAction': (ctx, f) =>
    markAttendance(ctx, { sessionId: f.lessons.id, bookingId: f.hers, to: 'attended' }),
  'screening/markScreenedAction': (ctx, f) =>
    markScreened(ctx, { bookingId: f.visitId, to: 'attended' }),
  'places/offerPlaceAction': (ctx, f) => offerPlace(ctx, booking(f)),
  'places/overridePlaceAction': (ctx, f) => overridePlace(ctx, booking(f)),
  'draws/publishSeedAction': (ctx, f) =>
    publishSeed(ctx, { drawId: f.ids.draw, issue: '2026153', digits: '407', again: '407' }),
  'enrolment/refuseBookingAction': (ctx, f) => refuseBooking(ctx, booking(f)),
  'draws/revealWitnessAction': (ctx, f) =>
    revealWitness(ctx, { drawId: f.ids.draw, position: 1, secret: '一句没有人知道的口令' }),
  'draws/runDrawAction': (ctx, f) => runDraw(ctx, { drawId: f.ids.draw }),
  'enrolment/sendBackBookingAction': (ctx, f) =>
    sendBackBooking(ctx, { ...booking(f), fields: [] }),
  'ratings/answerTaskAction': (ctx, f) =>
    answerTask(ctx, { ratingId: f.ids.rating, version, answer: '已改' }),
  'screening/decideReturnAction': (ctx, f) =>
    decideReturn(ctx, { returnId: f.ids.visit, version, to: 'verified', answer: null }),
  'training/issueCertificatesAction': (ctx, f) =>
    issueCertificates(ctx, { sessionId: f.lessons.id }),
  'training/reissueCertificateAction': (ctx, f) => reissueCertificate(ctx, certificate(f)),
  'training/revokeCertificateAction': (ctx, f) => revokeCertificate(ctx, certificate(f)),
};
