import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';

/** The desk of a hospital knows two things: she was here, or the mark was a mistake. */
export const markScreenedInput = z.strictObject({
  bookingId: recordId,
  to: z.enum(['attended', 'booked'], { error: '请点“已到检”或“撤销”' }),
});
export type MarkScreenedInput = z.output<typeof markScreenedInput>;
