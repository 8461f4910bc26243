import { z } from 'zod';

/** Which hospital's desk receives the people booked at a place; empty takes the link away. */
export const setHospitalInput = z.strictObject({
  offeringId: z.uuid('链接不完整，请返回重选'),
  place: z.string().min(1, '请选检查地点').max(60, '请选检查地点'),
  hospitalId: z
    .union([z.uuid('请选医院窗口'), z.literal('')])
    .optional()
    .transform((id) => id || null),
});
export type SetHospitalInput = z.output<typeof setHospitalInput>;
