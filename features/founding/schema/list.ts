import { z } from 'zod';
import { one } from '@/lib/one';

/** What the list of foundings asks of its address; anything odd counts as not asked for. */
export const foundingFilter = z.object({
  /** Those that have their certificate or were given up, instead of those under way. */
  state: z.preprocess(one, z.literal('over').optional().catch(undefined)),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1)),
});
