import { z } from 'zod';
import { ticked } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { sealedWords, withoutNumbers } from '@/lib/search';
import { optionalText } from '@/lib/text';
import { exportFormats } from '../rules/list-link';

/** Lists that can be taken out as a file. */
export const listNames = ['members', 'register', 'union_figures'] as const;
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

/**
 * Which list, as its address was (`asked`, the query without 「?」), in which format; whole numbers only with a reason
 * and a fresh second factor.
 */
export const listExportInput = z.strictObject({
  list,
  asked: addressed,
  format: z.enum(exportFormats, { error: '请选格式' }).catch('xlsx'),
  full: ticked,
  reason: optionalText({ max: 100 }),
});
export type ListExportInput = z.output<typeof listExportInput>;

/** The button that downloads. */
export const listLinkForm = z.strictObject({ list, link: z.string().max(320).catch('') });

const code = z
  .string()
  .regex(/^[a-z_]{1,20}$/)
  .optional()
  .catch(undefined);

/** What an export answers with, in the address of the list: a refusal, a link, the reason that was typed. */
export const listExportAnswer = z.object({
  export: z.preprocess(one, code),
  link: z.preprocess(one, z.string().max(320).catch('')),
  reason: sealedWords,
});
