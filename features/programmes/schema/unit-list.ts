import { z } from 'zod';
import { cleanText } from '@/lib/text';
import { recordId, several } from './form-fields';

/** Bytes of an uploaded table; the server takes no larger body at all. */
export const MOST_BYTES = 900_000;

/** Rows of one list; a union of more hands in several. */
export const MOST_ROWS = 5_000;

/**
 * Names for one session: pasted, uploaded or ticked in the roster. Exactly one of the three is looked
 * at, the file first; what was pasted comes back when it is refused.
 */
export const lookThroughInput = z.strictObject({
  offeringId: recordId,
  sessionId: z.uuid('请选择场次'),
  organisationId: z.uuid('请选择单位'),
  pasted: z
    .string()
    .max(300_000, '内容太长，请分几次提交或改用文件')
    .optional()
    .transform((text) => text?.trim() ?? ''),
  table: z
    .instanceof(File, { error: '请选择文件' })
    .optional()
    .transform((file) => file ?? null)
    .refine((file) => file === null || file.size <= MOST_BYTES, '文件太大，请只留姓名和手机号两栏'),
  people: several(recordId, 500),
});
export type LookThroughInput = z.output<typeof lookThroughInput>;

export const handInInput = z.strictObject({ listId: recordId });

export const undoUnitListInput = z.strictObject({
  listId: recordId,
  reason: cleanText({ max: 200, required: '请写明撤回的原因', multiline: true }),
});

/** What a draft keeps sealed: the rows as they were read, before anyone is looked up. */
export const draftRows = z.array(
  z.object({
    rowNo: z.number(),
    name: z.string(),
    phone: z.string(),
    child: z.string(),
    words: z.string(),
    /** As looked through; null for a line that may have a place. The hand-in judges again. */
    outcome: z.string().nullable().default(null),
    said: z.string().default(''),
  }),
);
export type DraftRow = z.output<typeof draftRows>[number];

const looked = [
  'ready',
  'offered',
  'waitlisted',
  'full',
  'ineligible',
  'duplicate',
  'invited',
  'not_in_unit',
  'invalid',
] as const;

/** What the address of a list asks for; anything unreadable falls back to the first page of all. */
export const unitListFilter = z.object({
  outcome: z.enum(looked).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
  done: z.string().optional().catch(undefined),
});
