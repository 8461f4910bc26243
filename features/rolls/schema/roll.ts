import { z } from 'zod';
import { absenceCause } from '@/features/absences/schema';
import { recordId, ticked } from '@/lib/forms/form-fields';
import { sealedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';

export const attendanceMarks = ['attended', 'absent', 'excused', 'booked'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/**
 * One row, or the whole session when no booking is named. `booked` takes a mark back; `excused` is 缺席 of
 * one person that is excused at once, with its cause.
 */
export const markAttendanceInput = z
  .strictObject({
    sessionId: recordId,
    bookingId: recordId.optional(),
    to: z.enum(attendanceMarks, { error: '请选到场、缺席或请假' }),
    cause: absenceCause.optional(),
  })
  .refine((f) => f.to !== 'excused' || (f.bookingId !== undefined && f.cause !== undefined), {
    path: ['cause'],
    message: '请假要逐人选一个原因',
  });
export type MarkAttendanceInput = z.output<typeof markAttendanceInput>;

/** What is printed of a roll: 签到表, 座位表, 胸卡. */
export const rollSheets = ['sign', 'seats', 'badges'] as const;
export type RollSheetKind = (typeof rollSheets)[number];

/** Whole names on paper. */
export const printRollInput = z.strictObject({
  sessionId: recordId,
  sheet: z.enum(rollSheets, { error: '请选签到表、座位表或胸卡' }).default('sign'),
  reason: cleanText({ max: 100, required: '请写明用途，如：第一天签到' }),
});
export type PrintRollInput = z.output<typeof printRollInput>;

/** Which sheet, for which ten meetings of a long course (counted from 1), how many seats side by side. */
export const printQuery = z.object({
  sheet: z.enum(rollSheets).catch('sign'),
  part: z.coerce.number().int().min(1).max(60).optional().catch(undefined),
  across: z.coerce.number().int().min(2).max(10).optional().catch(undefined),
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
