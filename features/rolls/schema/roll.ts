import { z } from 'zod';
import { recordId, ticked } from '@/lib/forms/form-fields';
import { sealedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';

export const attendanceMarks = ['attended', 'absent', 'booked'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** One row, or the whole session when no booking is named. `booked` takes a mark back. */
export const markAttendanceInput = z.strictObject({
  sessionId: recordId,
  bookingId: recordId.optional(),
  to: z.enum(attendanceMarks, { error: '请选到场或缺席' }),
});
export type MarkAttendanceInput = z.output<typeof markAttendanceInput>;

/** Whole names on the sign-in sheet. */
export const printRollInput = z.strictObject({
  sessionId: recordId,
  reason: cleanText({ max: 100, required: '请写明用途，如：第一天签到' }),
});
export type PrintRollInput = z.output<typeof printRollInput>;

/** Which ten meetings of a long course the sheet is for, counted from 1. */
export const printQuery = z.object({
  part: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
});

/** Masked without a reason; whole numbers only with one, and a fresh second factor (P07). */
export const exportRollInput = z.strictObject({
  full: ticked,
  reason: optionalText({ max: 100 }),
});

const link = z.string().max(320).catch('');
const code = z
  .string()
  .regex(/^[a-z_]{1,20}$/)
  .optional()
  .catch(undefined);

/** The button that downloads. */
export const rollLinkForm = z.object({ link });

/** What an export answers with, in the address of the roll: a refusal, a link, the reason that was typed. */
export const exportAnswer = z.object({ export: code, link, reason: sealedWords });
