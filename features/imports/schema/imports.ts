import { z } from 'zod';
import { importBooks, importChoices, importKinds } from '@/db/schema/enums';
import { withoutHidden } from '@/lib/characters';
import { one } from '@/lib/one';

export const MOST_FILE_BYTES = 10 * 1_048_576;

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (v === undefined ? [] : [v].flat()), z.array(item).max(500));

export const bookInput = z.enum(importBooks, { error: '请选名册' });

/** A workbook and whose it is. */
export const uploadInput = z.strictObject({
  book: bookInput,
  organisationId: z.uuid('请选工会'),
  table: z
    .instanceof(File, { error: '请选表格文件' })
    .refine(({ size }) => size > 0, '文件是空的，请选填好的表格')
    .refine(({ size }) => size <= MOST_FILE_BYTES, '文件超过 10 MB，请分几次导入'),
});
export type UploadInput = z.infer<typeof uploadInput>;

/** Which column is which field: `idNumber:3`, counted from 0; fields without a column are left out. */
export const columnsInput = z.strictObject({
  importId: z.uuid(),
  columns: list(z.string().regex(/^([A-Za-z]{1,40}:\d{1,3})?$/)),
});
export type ColumnsInput = z.infer<typeof columnsInput>;

const shownKinds = z.enum([...importKinds, 'attention', 'left', 'taken_back', 'stayed', 'failed']);
/** What becomes of rows: `<row>~skip`. */
export const chooseInput = z.strictObject({
  importId: z.uuid(),
  choices: list(
    z
      .string()
      .regex(/^[0-9a-f-]{36}~[a-z_]{1,20}$/)
      .transform((text) => text.split('~') as [string, string])
      .pipe(z.tuple([z.uuid(), z.enum(importChoices)])),
  ),
  kind: shownKinds.optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional(),
});
export type ChooseInput = z.infer<typeof chooseInput>;

export const importInput = z.strictObject({ importId: z.uuid() });
export type ImportInput = z.infer<typeof importInput>;

/** Writing, with the tick that a change of many rows is meant. */
export const writeInput = importInput.extend({ mass: z.literal('yes').optional() });
export type WriteInput = z.infer<typeof writeInput>;

/** What the page of imports asks of the address: a book, and what was just done. */
export const bookView = z.object({
  book: z.preprocess(one, bookInput.optional().catch(undefined)),
  done: z.preprocess(one, z.literal('given_up').optional().catch(undefined)),
});

/** What of the review is shown: one kind of rows, from a place on. */
export const reviewView = z.object({
  kind: z.preprocess(one, shownKinds.optional().catch(undefined)),
  after: z.preprocess(one, z.coerce.number().int().min(0).max(1_000_000).catch(0)),
  again: z.preprocess(one, z.literal('1').optional().catch(undefined)),
  done: z.preprocess(one, z.enum(['chosen', 'corrected']).optional().catch(undefined)),
  columns: z.preprocess(one, z.literal('1').optional().catch(undefined)),
});
export type ReviewView = z.infer<typeof reviewView>;

/** A file's name as it is shown: without what cannot be seen, at most 100 characters. */
export const shownFileName = (name: string): string =>
  withoutHidden(name).replace(/\p{C}/gu, '').slice(0, 100) || '表格';
