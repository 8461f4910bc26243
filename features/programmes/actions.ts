'use server';
import { action } from '@/lib/action';
import { onward } from '@/lib/onward';
import { addSession } from './commands/add-session';
import { addSlots } from './commands/add-slots';
import { answerSendBack } from './commands/answer-send-back';
import { approveManyBookings, undoManyBookings } from './commands/approve-many-bookings';
import { cancelBooking } from './commands/cancel-booking';
import { cancelOffering } from './commands/cancel-offering';
import { cancelSession } from './commands/cancel-session';
import { changeAllocation } from './commands/change-allocation';
import { changeOffering } from './commands/change-offering';
import { changeRules } from './commands/change-rules';
import { changeSession } from './commands/change-session';
import { changeWaitlist } from './commands/change-waitlist';
import { claimOffer } from './commands/claim-offer';
import { closeOffering } from './commands/close-offering';
import { copyOffering } from './commands/copy-offering';
import { createOffering } from './commands/create-offering';
import { approveBooking, refuseBooking, sendBackBooking } from './commands/decide-bookings';
import { declineOffer } from './commands/decline-offer';
import { decideClaim } from './commands/draw/decide-claim';
import { freezeDraw } from './commands/draw/freeze-draw';
import { answerObjection, fileObjection } from './commands/draw/object';
import { publishSeed } from './commands/draw/publish-seed';
import { runDraw } from './commands/draw/run-draw';
import { commitWitness, revealWitness } from './commands/draw/witness';
import { finishOffering } from './commands/finish-offering';
import { handInList } from './commands/hand-in-list';
import { removeRuleSet, saveRuleSet } from './commands/keep-rule-set';
import { lookThroughList } from './commands/look-through-list';
import { markAttendance } from './commands/mark-attendance';
import { markScreened } from './commands/mark-screened';
import { offerPlace } from './commands/offer-place';
import { openOffering } from './commands/open-offering';
import { overridePlace } from './commands/override-place';
import { publishOffering } from './commands/publish-offering';
import { requestPlace } from './commands/request-place';
import { rescheduleBooking } from './commands/reschedule-booking';
import { returnCarveOut } from './commands/return-carve-out';
import { revealAttendee } from './commands/reveal-attendee';
import { setCarveOut } from './commands/set-carve-out';
import { undoBookingDecision } from './commands/undo-decision';
import { undoUnitList } from './commands/undo-unit-list';
import { answerSendBackInput, bookPlaceInput, cancelBookingInput } from './schema/booking';
import { returnCarveOutInput, setCarveOutInput } from './schema/carve-outs';
import { changeAllocationInput } from './schema/change-allocation';
import { changeRulesInput, removeRuleSetInput, saveRuleSetInput } from './schema/change-rules';
import {
  approveAtDeskInput,
  approveManyBookingsInput,
  refuseAtDeskInput,
  sendBackAtDeskInput,
  undoAtDeskInput,
  undoManyBookingsInput,
} from './schema/desk-decision';
import {
  answerObjectionInput,
  commitWitnessInput,
  decideClaimInput,
  drawSessionInput,
  fileObjectionInput,
  publishSeedInput,
  revealWitnessInput,
  runDrawInput,
} from './schema/draw';
import { markScreenedInput } from './schema/hospital';
import {
  cancelOfferingInput,
  cancelSessionInput,
  changeOfferingInput,
  copyOfferingInput,
  createOfferingInput,
  moveOfferingInput,
  publishOfferingInput,
} from './schema/manage-offering';
import { addSessionInput, addSlotsInput, changeSessionInput } from './schema/manage-session';
import { answerOfferInput, changeWaitlistInput, givePlaceInput } from './schema/offers';
import { rescheduleInput } from './schema/reschedule';
import { markAttendanceInput, revealAttendeeInput } from './schema/roll';
import { handInInput, lookThroughInput, undoUnitListInput } from './schema/unit-list';
import {
  bookingWords,
  drawWords,
  hospitalDeskWords,
  rescheduleWords,
  ruleWords,
  unitListWords,
  deskOfferingWords as words,
} from './words';

const staff = { as: 'staff', words } as const;
// The menu counts what waits: every decision brings the whole desk up to date.
const deciding = { as: 'staff', words: bookingWords, revalidate: ['/desk'] } as const;
const own = { as: 'member', words: bookingWords } as const;
const onRoll = { ...staff, revalidate: ['/desk/offerings'] };
const toSettings = (done: string) => ({
  ...staff,
  redirect: ({ offeringId }: { offeringId: string }) =>
    `/desk/offerings/${offeringId}/settings?done=${done}`,
});

// Officers: offerings, sessions, rolls.
export const createOfferingAction = action(
  createOfferingInput,
  createOffering,
  toSettings('created'),
);
export const changeOfferingAction = action(
  changeOfferingInput,
  changeOffering,
  toSettings('changed'),
);
export const copyOfferingAction = action(copyOfferingInput, copyOffering, toSettings('copied'));
export const publishOfferingAction = action(
  publishOfferingInput,
  publishOffering,
  toSettings('published'),
);
export const openOfferingAction = action(moveOfferingInput, openOffering, toSettings('opened'));
export const closeOfferingAction = action(moveOfferingInput, closeOffering, toSettings('closed'));
export const finishOfferingAction = action(
  moveOfferingInput,
  finishOffering,
  toSettings('finished'),
);
export const cancelOfferingAction = action(cancelOfferingInput, cancelOffering, {
  ...staff,
  redirect: ({ offeringId, told }) =>
    `/desk/offerings/${offeringId}/settings?done=cancelled&told=${told}`,
});
export const addSessionAction = action(addSessionInput, addSession, toSettings('session_added'));
export const addSlotsAction = action(addSlotsInput, addSlots, {
  ...staff,
  redirect: ({ offeringId, added }) =>
    `/desk/offerings/${offeringId}/settings?done=slots_added&n=${added}`,
});
export const changeSessionAction = action(
  changeSessionInput,
  changeSession,
  toSettings('session_changed'),
);
export const cancelSessionAction = action(cancelSessionInput, cancelSession, {
  ...staff,
  redirect: ({ offeringId, told }) =>
    `/desk/offerings/${offeringId}/settings?done=session_cancelled&told=${told}`,
});
export const markAttendanceAction = action(markAttendanceInput, markAttendance, onRoll);
export const revealAttendeeAction = action(revealAttendeeInput, revealAttendee, staff);

// Members: a place, its receipt, its end.
const receipt = ({ bookingId }: { bookingId: string }) => `/me/bookings/${bookingId}`;
export const bookPlaceAction = action(bookPlaceInput, requestPlace, {
  as: 'member',
  secrets: ['healthConsent', 'screeningConsent'],
  words: bookingWords,
  redirect: (made) => `${receipt(made)}?done=booked`,
});
export const cancelBookingAction = action(cancelBookingInput, cancelBooking, {
  ...own,
  redirect: (made) => `${receipt(made)}?done=cancelled`,
});
export const answerSendBackAction = action(answerSendBackInput, answerSendBack, {
  as: 'member',
  secrets: ['healthConsent'],
  words: bookingWords,
  redirect: (made) => `${receipt(made)}?done=answered`,
});

// The inbox: one decision, then the next case; its undo stands in the address for ten seconds.
const toNext = (
  { bookingId, version }: { bookingId: string; version: number },
  input: { back?: string | undefined; next?: string | undefined },
) => onward('/desk', input.back, { case: input.next, undo: `b-${bookingId}-${version}` });
const decided = { ...deciding, redirect: toNext };

export const approveBookingAction = action(approveAtDeskInput, approveBooking, decided);
export const refuseBookingAction = action(refuseAtDeskInput, refuseBooking, decided);
export const sendBackBookingAction = action(sendBackAtDeskInput, sendBackBooking, decided);
export const undoBookingDecisionAction = action(undoAtDeskInput, undoBookingDecision, {
  ...deciding,
  redirect: ({ bookingId }, { back }) => onward('/desk', back, { case: `b-${bookingId}` }),
});
export const approveManyBookingsAction = action(
  approveManyBookingsInput,
  approveManyBookings,
  deciding,
);
export const undoManyBookingsAction = action(undoManyBookingsInput, undoManyBookings, {
  ...deciding,
  redirect: ({ rows }) => {
    const kept = rows.filter((row) => row.reason).length;
    return onward('/desk', undefined, { undone: `${rows.length - kept}-${kept}` });
  },
});

export const rescheduleBookingAction = action(rescheduleInput, rescheduleBooking, {
  as: 'member',
  words: { ...bookingWords, ...rescheduleWords },
  redirect: (made) => `${receipt(made)}?done=moved`,
});

// The desk of a hospital.
export const markScreenedAction = action(markScreenedInput, markScreened, {
  as: 'staff',
  words: hospitalDeskWords,
  revalidate: ['/desk/hospital'],
});

// Places: a yes or no to one that is held, and what an officer does with them.
export const claimOfferAction = action(answerOfferInput, claimOffer, {
  ...own,
  redirect: (made) => `${receipt(made)}?done=claimed`,
});
export const declineOfferAction = action(answerOfferInput, declineOffer, {
  ...own,
  redirect: (made) => `${receipt(made)}?done=declined`,
});
export const offerPlaceAction = action(givePlaceInput, offerPlace, onRoll);
export const overridePlaceAction = action(givePlaceInput, overridePlace, onRoll);
export const setCarveOutAction = action(setCarveOutInput, setCarveOut, {
  ...staff,
  redirect: ({ offeringId, sessionId }) =>
    `/desk/offerings/${offeringId}/sessions/${sessionId}?done=carved_out#kept`,
});
export const returnCarveOutAction = action(returnCarveOutInput, returnCarveOut, {
  ...staff,
  redirect: ({ offeringId, sessionId, places }) =>
    `/desk/offerings/${offeringId}/sessions/${sessionId}?done=returned&n=${places}#kept`,
});
export const changeWaitlistAction = action(changeWaitlistInput, changeWaitlist, {
  ...staff,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/waitlist?done=waitlist`,
});

// Chairs: names of a union.
export const lookThroughListAction = action(lookThroughInput, lookThroughList, {
  as: 'staff',
  words: unitListWords,
  redirect: ({ listId }) => `/desk/unit-lists/${listId}`,
});
export const handInListAction = action(handInInput, handInList, {
  as: 'staff',
  words: unitListWords,
  redirect: ({ listId }) => `/desk/unit-lists/${listId}?done=handed_in`,
});
export const undoUnitListAction = action(undoUnitListInput, undoUnitList, {
  as: 'staff',
  words: unitListWords,
  redirect: ({ listId, ended }) => `/desk/unit-lists/${listId}?done=undone&n=${ended}`,
});

// Officers: who may book.
export const changeRulesAction = action(changeRulesInput, changeRules, {
  as: 'staff',
  words: ruleWords,
  redirect: ({ offeringId, version, held, waiting }) =>
    `/desk/offerings/${offeringId}/conditions?saved=${version}&held=${held}&waiting=${waiting}`,
});
export const saveRuleSetAction = action(saveRuleSetInput, saveRuleSet, {
  as: 'staff',
  words: ruleWords,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/conditions?kept=yes#sets`,
});
export const removeRuleSetAction = action(removeRuleSetInput, removeRuleSet, {
  as: 'staff',
  words: ruleWords,
  redirect: ({ offeringId }) => `/desk/offerings/${offeringId}/conditions?kept=no#sets`,
});

// Draws: each step once; whoever doubts a result asks, and is answered.
const drawing = {
  as: 'staff',
  words: drawWords,
  redirect: ({ offeringId }: { offeringId: string }) =>
    `/desk/offerings/${offeringId}/draw?done=draw`,
} as const;
export const changeAllocationAction = action(changeAllocationInput, changeAllocation, drawing);
export const freezeDrawAction = action(drawSessionInput, freezeDraw, drawing);
export const publishSeedAction = action(publishSeedInput, publishSeed, drawing);
export const commitWitnessAction = action(commitWitnessInput, commitWitness, drawing);
export const revealWitnessAction = action(revealWitnessInput, revealWitness, drawing);
export const runDrawAction = action(runDrawInput, runDraw, drawing);
export const decideClaimAction = action(decideClaimInput, decideClaim, drawing);
export const answerObjectionAction = action(answerObjectionInput, answerObjection, drawing);
export const fileObjectionAction = action(fileObjectionInput, fileObjection, {
  as: 'member',
  words: drawWords,
  redirect: ({ drawId }) => `/draws/${drawId}/objection?done=filed`,
});
