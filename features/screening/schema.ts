import { z } from 'zod';
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
export type SetHospitalInput = z.output<typeof setHospitalInput>;
