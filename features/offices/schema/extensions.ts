import { z } from 'zod';
import { day, optionalDay, recordId } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

export const askExtensionInput = z.strictObject({
  organisationId: recordId,
  askedNo: cleanText({ max: 40, required: '请照请示填文号' }),
  askedOn: day('请选请示日期'),
  untilOn: day('请选延到哪天'),
  reason: cleanText({ max: 200, required: '请写为什么要延期' }),
});
export type AskExtensionInput = z.output<typeof askExtensionInput>;

/** 同意 takes the number of its paper, and another day where the paper says one; 不同意 takes the reason. */
export const answerExtensionInput = z
  .strictObject({
    organisationId: recordId,
    decision: z.enum(['granted', 'refused'], { error: '请选同意还是不同意' }),
    decidedOn: day('请选批复日期'),
    decidedNo: optionalText({ max: 40 }),
    untilOn: optionalDay,
    answer: optionalText({ max: 200 }),
  })
  .superRefine(({ decision, decidedNo, answer }, ctx) => {
    const missing = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message });
    if (decision === 'granted' && !decidedNo) missing('decidedNo', '请照批复填文号');
    if (decision === 'refused' && !answer) missing('answer', '请写为什么不同意、接下来怎么办');
  });
export type AnswerExtensionInput = z.output<typeof answerExtensionInput>;
