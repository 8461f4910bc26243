import { z } from 'zod';
import { several, ticked } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { sealedWords, withoutNumbers } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';
import { columnsNamed } from '../rules/chosen-columns';
import { exportFormats } from '../rules/list-link';

/** Lists that can be taken out as a file. */
export const listNames = [
  'members',
  'register',
  'union_figures',
  'organisations',
  'employers',
  'foundings',
  'terms',
  'transfers',
  'imports',
  'inbox',
  'offerings',
  'bookings',
] as const;
export type ListName = (typeof listNames)[number];

const list = z.enum(listNames, { error: '没有这个名单' });

/**
 * As an address says it, or nothing is taken out: a filter that is not understood must not become the whole list. A
 * phone or ID number in it reaches neither the ledger nor a link.
 */
const addressed = z
  .string()
  .max(8000)
  .regex(/^[!-~]*$/)
  .transform((text) => (withoutNumbers(new URLSearchParams(text)) ?? text).toString());

const format = z.enum(exportFormats, { error: '请选格式' }).catch('xlsx');

/** Headers of columns. */
const headers = several(cleanText({ max: 40 }), 60);

/**
 * Which list, as its address was (`asked`, the query without 「?」), in which format, with which columns (null for all;
 * a form that lets choose says so by `choosing`, for none ticked sends nothing); whole numbers only with a reason and a
 * fresh second factor.
 */
export const listExportInput = z
  .strictObject({
    list,
    asked: addressed,
    format,
    choosing: ticked,
    column: headers,
    full: ticked,
    reason: optionalText({ max: 100 }),
  })
  .transform(({ choosing, column, ...rest }) => ({
    ...rest,
    columns: column.length > 0 || choosing ? column : null,
  }));
export type ListExportInput = z.output<typeof listExportInput>;

/** The button that downloads, and where its page was. */
export const listLinkForm = z.strictObject({
  list,
  asked: addressed.catch(''),
  link: z.string().max(320).catch(''),
});

const code = z
  .string()
  .regex(/^[a-z_]{1,20}$/)
  .optional()
  .catch(undefined);

/** What an export answers with, in the address of the list: a refusal, a link, and what was chosen and typed. */
export const listExportAnswer = z.object({
  format: z.preprocess(one, format),
  columns: z.preprocess(one, cleanText({ min: 0, max: 2500 }).catch('')).transform(columnsNamed),
  export: z.preprocess(one, code),
  link: z.preprocess(one, z.string().max(320).catch('')),
  reason: sealedWords,
});
