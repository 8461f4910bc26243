import { z } from 'zod';
import { longestAddress } from '@/lib/http/safe-redirect';
import { cleanText } from '@/lib/text';
import { caseRef } from './inbox';

const of = { ref: caseRef, back: z.string().max(longestAddress).optional() };

export const addNoteInput = z.strictObject({
  ...of,
  text: cleanText({ max: 500, required: '请写下要告诉同事的话', multiline: true }),
});
export const removeNoteInput = z.strictObject({ ...of, noteId: z.uuid('请刷新页面后重试') });
/** An empty officer: nobody any more, whoever comes first. */
export const assignCaseInput = z.strictObject({
  ...of,
  officerId: z.union([z.uuid(), z.literal('')], '请选择由谁办'),
});
export const viewCaseInput = z.strictObject({ ref: caseRef });

export type AddNote = z.output<typeof addNoteInput>;
export type RemoveNote = z.output<typeof removeNoteInput>;
export type AssignCase = z.output<typeof assignCaseInput>;
