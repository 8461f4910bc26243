import { z } from 'zod';
import { recordId, recordVersion, several } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

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

const lineNo = recordVersion;

const lineText = cleanText({ max: 200, min: 0 });

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

/** Which lines a page of a list shows: those of one outcome, from one line on. */
const page = {
  outcome: z.enum(looked).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1_000_000).catch(0).default(0),
};

/** Lines of a draft typed anew: `line_12` is the text of row 12. `after` and `outcome` say which page comes then. */
export const correctLinesInput = z
  .looseObject({ listId: recordId, ...page })
  .transform(({ listId, outcome, after, ...sent }, ctx) => {
    const lines: [rowNo: number, text: string][] = [];
    for (const [name, typed] of Object.entries(sent)) {
      const rowNo = /^line_(\d{1,4})$/.exec(name)?.[1];
      const text = lineText.safeParse(typed);
      if (!rowNo) ctx.addIssue('表单里有不认识的内容，请刷新后重填');
      else if (text.success) lines.push([Number(rowNo), text.data]);
      else ctx.addIssue({ code: 'custom', path: [name], message: text.error.issues[0]?.message });
    }
    return { listId, outcome, after, lines };
  });
export type CorrectLinesInput = z.output<typeof correctLinesInput>;

/** One line of a handed-in list. */
export const remindNamedInput = z.strictObject({ listId: recordId, rowNo: lineNo });

/** Everyone of a handed-in list who has not answered. */
export const remindAllInput = z.strictObject({ listId: recordId });

/** Who goes instead. Name, phone and child are read as those of a list, with its words. */
export const replaceNamedInput = z.strictObject({
  listId: recordId,
  rowNo: lineNo,
  /** Of the booking that was on the screen: who has answered meanwhile is not pushed aside. */
  version: recordVersion,
  name: cleanText({ max: 60, required: '请填姓名' }),
  phone: cleanText({ max: 40, required: '请填手机号' }),
  child: optionalText({ max: 60 }),
  reason: cleanText({ max: 200, required: '请写明换人的原因', multiline: true }),
});
export type ReplaceNamedInput = z.output<typeof replaceNamedInput>;

export const undoUnitListInput = z.strictObject({
  listId: recordId,
  reason: cleanText({ max: 200, required: '请写明撤回的原因', multiline: true }),
});

/** What a list came to, as a file: for what it is needed. */
export const exportListInput = z.strictObject({
  reason: cleanText({ max: 100, required: '请写明用途，如：交单位排班' }),
});

/** What a draft keeps sealed: the rows as they were read, before anyone is looked up. */
export const draftRows = z.array(
  z.object({
    rowNo: z.number(),
    name: z.string(),
    phone: z.string(),
    child: z.string(),
    words: z.string(),
    /** The line itself, where it has a mistake or was typed anew in its row. */
    typed: z.string().default(''),
    /** As looked through; null for a line that may have a place. The hand-in judges again. */
    outcome: z.string().nullable().default(null),
    said: z.string().default(''),
  }),
);
export type DraftRow = z.output<typeof draftRows>[number];

/** What the address of a list asks for; anything unreadable falls back to the first page of all. */
export const unitListFilter = z.object({
  ...page,
  /** Only who has yet to say yes. */
  unanswered: z.literal('yes').optional().catch(undefined),
  n: z.coerce.number().int().min(0).optional().catch(undefined),
  export: z.enum(['needs_reason', 'step_up']).optional().catch(undefined),
  done: z.string().optional().catch(undefined),
  row: z.coerce.number().int().positive().optional().catch(undefined),
  swap: z.coerce.number().int().positive().optional().catch(undefined),
});
