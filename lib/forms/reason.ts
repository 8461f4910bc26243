import { z } from 'zod';
import { cleanText } from '../text';

const sentence = cleanText({ max: 200, min: 0 });

/** What a form with ready sentences and room for one's own sends. */
export const reasonFields = {
  canned: z
    .union([sentence, z.array(sentence).max(6)])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()).filter(Boolean)),
  note: cleanText({ max: 200, min: 0, multiline: true }).optional(),
};

/** Joins ready sentences and own words into `reason`; one of the two must be there. */
export const reasoned =
  (required: string) =>
  <T extends { canned: string[]; note?: string | undefined }>(
    { canned, note, ...rest }: T,
    context: z.core.$RefinementCtx,
  ) => {
    const reason = [...canned, note ?? ''].filter((text) => text !== '').join('；');
    if (reason !== '') return { ...rest, reason };
    context.addIssue({ code: 'custom', message: required, path: ['note'] });
    return z.NEVER;
  };
