import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';

export const rescheduleInput = z.strictObject({
  bookingId: recordId,
  sessionId: z.uuid('请选新的时间'),
});
export type RescheduleInput = z.output<typeof rescheduleInput>;
