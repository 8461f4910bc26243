import { z } from 'zod';
import { recordId, wholeNumber } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';

export const mergeSessionsInput = z.strictObject({
  fromId: recordId,
  intoId: recordId,
  /** How many the preview counted: another number means that it is old. */
  expected: wholeNumber(1, 100_000, '请刷新后重试'),
  reason: cleanText({ max: 100, required: '请写明原因，每个人都看得到' }),
});
export type MergeSessionsInput = z.output<typeof mergeSessionsInput>;

export const undoMergeInput = z.strictObject({ mergeId: recordId });
export type UndoMergeInput = z.output<typeof undoMergeInput>;

/** What the address of the page says: which class into which. */
export const mergeQuery = z.object({
  from: z.preprocess(one, z.uuid().optional().catch(undefined)),
  into: z.preprocess(one, z.uuid().optional().catch(undefined)),
  done: z.preprocess(one, z.enum(['merged', 'undone']).optional().catch(undefined)),
});
