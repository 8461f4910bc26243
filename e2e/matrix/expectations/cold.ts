/**
 * What a session may still do after a long pause: joining, one's own bookings, answers and ratings. The
 * pages around them stay open then too, and show nothing of a child, a phone or a document.
 */
export const coldActions: readonly string[] = [
  'absences/appealAbsenceAction',
  'attendance/checkInMyselfAction',
  'applications/joinByCodeAction',
  'transfers/requestTransferAction',
  'applications/resubmitApplicationAction',
  'applications/saveDocumentAction',
  'applications/saveEmployerAction',
  'applications/saveIndustryAction',
  'applications/saveNameAction',
  'applications/saveOccupationAction',
  'applications/saveTownAction',
  'applications/submitApplicationAction',
  'applications/withdrawApplicationAction',
  'notifications/markReadAction',
  'enrolment/bookPlaceAction',
  'enrolment/cancelBookingAction',
  'places/claimOfferAction',
  'places/declineOfferAction',
  'draws/fileObjectionAction',
  'enrolment/keepMovedPlaceAction',
  'enrolment/rescheduleBookingAction',
  'moves/answerMoveRequestAction',
  'questions/completeAnswersAction',
  'questions/prepareAnswersAction',
  'questions/withdrawAnswerAction',
  'ratings/confirmTaskAction',
  'ratings/rateCaseAction',
  'screening/askReturnAction',
  'screening/withdrawReturnAction',
  'training/answerFollowUpAction',
];

/** Doors without a page: booking by script as by its form, how long a session still lasts, and the desk's
 * own, where a session of so long a pause has no role any more. */
export const coldHandlers: readonly string[] = [
  'POST /api/bookings',
  'POST /api/desk/session',
  'GET /api/desk/check-ins',
  'GET /api/desk/room-code',
];
