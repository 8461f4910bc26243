import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';

/** Which hospital's desk receives the people booked at a place; empty takes the link away. */
export const setHospitalInput = z.strictObject({
  offeringId: z.uuid('链接不完整，请返回重选'),
  place: cleanText({ max: 60, required: '请选检查地点' }),
  hospitalId: z
    .union([z.uuid('请选医院窗口'), z.literal('')])
    .optional()
    .transform((id) => id || null),
});

/** One field for whatever the desk has at hand. */
export const findAtHospitalInput = z.strictObject({
  typed: cleanText({ max: 400, required: '请扫码，或输入预约号、姓名、证件后四位' }),
});
export type SetHospitalInput = z.output<typeof setHospitalInput>;
export type FindAtHospitalInput = z.output<typeof findAtHospitalInput>;

/** The desk of a hospital knows three things: she was here, she did not come, or the mark was a mistake. */
export const markScreenedInput = z.strictObject({
  bookingId: recordId,
  to: z.enum(['attended', 'absent', 'booked'], { error: '请点“已到检”“未到”或“撤销”' }),
});
export type MarkScreenedInput = z.output<typeof markScreenedInput>;

/** A half-day that is over, whose others did not come. */
export const markAbsenteesInput = z.strictObject({ sessionId: recordId });
export type MarkAbsenteesInput = z.output<typeof markAbsenteesInput>;

/** What the address of 今日名单 carries: the half-day that alone is shown and printed. */
export const hospitalQuery = z.object({
  half: z.preprocess(one, z.uuid().optional().catch(undefined)),
});
