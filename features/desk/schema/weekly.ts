import { z } from 'zod';
import { isRealDate } from '@/lib/dates';

/** The address of the week: any of its days. */
export const weeklyQuery = z.object({
  week: z.string().refine(isRealDate).optional().catch(undefined),
  done: z.enum(['urged']).optional().catch(undefined),
});
export const urgeDeskInput = z.strictObject({
  organisationId: z.uuid('请刷新页面后重试'),
  week: z.string().refine(isRealDate).optional(),
});
