import { z } from 'zod';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';

const pasted = cleanText({ max: 60_000, min: 0, multiline: true });

export const lookThroughPasteInput = z.strictObject({ pasted });
export type LookThroughPasteInput = z.output<typeof lookThroughPasteInput>;

/** A list, and the mark of the review that was seen of it. */
export const pasteInput = z.strictObject({
  pasted,
  sure: z.string().regex(/^[0-9a-f]{64}$/, '请刷新后重试'),
});
export type PasteInput = z.output<typeof pasteInput>;

/** How many were made, in the address of the page that says so. */
export const pastedFilter = z.object({
  made: z.preprocess(one, z.coerce.number().int().min(1).max(500).optional().catch(undefined)),
});
