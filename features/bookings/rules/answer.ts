/** Which deadline of these bookings it is. */
export const answerOfBookings = (subjectIds: readonly string[]) => ({
  ...{ subjectKind: 'booking', kind: 'booking_answer', subjectIds },
});
