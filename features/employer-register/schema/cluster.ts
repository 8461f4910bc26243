import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

const cluster = {
  homeId: recordId,
  /** The registered employer, else the name that its members typed. */
  employerId: z
    .union([recordId, z.literal('')])
    .optional()
    .transform((id) => id || null),
  employerName: cleanText({ max: 80, min: 0 }),
};

export const takeClusterInput = z.strictObject(cluster);
export type TakeClusterInput = z.output<typeof takeClusterInput>;

export const dismissClusterInput = z.strictObject({
  ...cluster,
  reason: cleanText({ max: 100, required: '请写为什么先不办' }),
});
export type DismissClusterInput = z.output<typeof dismissClusterInput>;
