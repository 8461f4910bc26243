import { z } from 'zod';
import { followUpAnswers } from '@/db/schema/enums';
import { recordId } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';

export const answerFollowUpInput = z.strictObject({
  followUpId: recordId,
  answer: z.enum(followUpAnswers, { error: '请选现在的情况' }),
});
export type AnswerFollowUpInput = z.output<typeof answerFollowUpInput>;

/** Which number was opened; anything odd is the whole first round. */
export const followUpFilter = z.object({
  round: z.preprocess(one, z.coerce.number().int().min(1).max(2).catch(1)),
  answer: z.preprocess(
    one,
    z
      .enum([...followUpAnswers, 'none'])
      .optional()
      .catch(undefined),
  ),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1)),
});
export type FollowUpFilter = z.output<typeof followUpFilter>;
