import { z } from 'zod';
import { questionTypes } from '@/db/schema/enums';

/** Which kind of question the page writes; anything else is one line of text. */
export const newQuestionQuery = z.object({ type: z.enum(questionTypes).catch('text') });

/** The same when a question is changed: left out, it keeps its kind. */
export const changeQuestionQuery = z.object({
  type: z.enum(questionTypes).optional().catch(undefined),
});
