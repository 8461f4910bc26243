import { z } from 'zod';
import { recordId, wholeNumber } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';

/** 小结, stored or published by the button that was pressed; version 0 where there is none yet. */
export const writeClosingInput = z.strictObject({
  offeringId: recordId,
  version: wholeNumber(0, 1_000_000),
  closingWords: cleanText({
    max: 600,
    min: 10,
    required: '请写一段：办了什么、来了多少人、有什么反响',
    multiline: true,
  }),
  to: z.enum(['stored', 'published'], { error: '请选保存还是发布' }),
});
export type WriteClosingInput = z.output<typeof writeClosingInput>;
