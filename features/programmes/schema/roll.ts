import { z } from 'zod';
import { optionalText } from '@/lib/text';
import { recordId, ticked } from './form-fields';

export const attendanceMarks = ['attended', 'absent', 'booked'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** One row, or the whole session when no booking is named. `booked` takes a mark back. */
export const markAttendanceInput = z.strictObject({
  sessionId: recordId,
  bookingId: recordId.optional(),
  to: z.enum(attendanceMarks, { error: '请选到场或缺席' }),
});
export type MarkAttendanceInput = z.output<typeof markAttendanceInput>;

export const revealAttendeeInput = z.strictObject({ bookingId: recordId });

/** Masked without a reason; whole numbers only with one, and a fresh second factor (P07). */
export const exportRollInput = z.strictObject({
  full: ticked,
  reason: optionalText({ max: 100 }),
});

/** What the address of a download carries. */
export const rollLinkQuery = z.object({ link: z.string().max(320).catch('') });
