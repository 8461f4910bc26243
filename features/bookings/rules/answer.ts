import type { KindTerms } from '@/features/clocks/rules/due';

/** The organiser's time to answer a booking, in working days; late, it shows so and nothing else happens. */
export const bookingAnswerTerms = (length: number): KindTerms => ({
  ...{ unit: 'workday', length, rollsOver: false, silence: 'overdue' },
});

/** Which deadline of these bookings it is. */
export const answerOfBookings = (subjectIds: readonly string[]) => ({
  ...{ subjectKind: 'booking', kind: 'booking_answer', subjectIds },
});
