import { z } from 'zod';
import { returnTo } from '@/lib/forms/return-to';
import { longestAddress } from '@/lib/http/safe-redirect';
import { cleanText } from '@/lib/text';
import { idOfRef } from '../rules/case-ref';
import { caseRef } from './inbox';

const of = { ref: caseRef, back: z.string().max(longestAddress).optional() };

/** A note is written in the inbox, or on the page of a booking in its offering. */
const noteOf = { ...of, offeringId: z.uuid('请刷新页面后重试').optional() };

export const addNoteInput = z.strictObject({
  ...noteOf,
  text: cleanText({ max: 500, required: '请写下要告诉同事的话', multiline: true }),
});
export const removeNoteInput = z.strictObject({ ...noteOf, noteId: z.uuid('请刷新页面后重试') });
/** An empty officer: nobody any more, whoever comes first. */
export const assignCaseInput = z.strictObject({
  ...of,
  officerId: z.union([z.uuid(), z.literal('')], '请选择由谁办'),
  /** Who had it on the page; empty for nobody. */
  seen: z.union([z.uuid(), z.literal('')], '请刷新页面后重试'),
});
export const viewCaseInput = z.strictObject({ ref: caseRef });

/** Back to where the note was written: the open case of the inbox, or the page of the booking. */
export const afterNote = (
  { ref }: { ref: string },
  { back, offeringId }: { back?: string | undefined; offeringId?: string | undefined },
): string =>
  offeringId
    ? `/desk/offerings/${offeringId}/bookings/${idOfRef(ref)}?done=noted`
    : returnTo('/desk', back, { case: ref });

export type AddNote = z.output<typeof addNoteInput>;
export type RemoveNote = z.output<typeof removeNoteInput>;
export type AssignCase = z.output<typeof assignCaseInput>;
