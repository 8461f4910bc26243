import { z } from 'zod';
import { lengthOf, problemOf, textProblems } from '@/lib/characters';
import { isRealDate, parseLocalDateTime } from '@/lib/dates';

export const recordId = z.uuid('链接不完整，请返回重选');
/** Which state of a record a form was made from; anything else means a page that is too old. */
export const recordVersion = z.coerce.number({ error: '请刷新后重试' }).int().positive();

/** As `occupations.code`, chosen from a list. */
export const occupationCode = z.string().regex(/^[a-z_]{1,40}$/, '请重选职业');

/** A box to tick: ticked sends `yes`, unticked sends nothing. */
export const ticked = z
  .literal('yes', { error: '请重新勾选' })
  .optional()
  .transform((v) => v === 'yes');

/** Boxes of one name: none, one or several arrive as undefined, a string or a list. */
export const several = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess(
    (v) => (v === undefined || v === '' ? [] : [v].flat().filter((x) => x !== '')),
    z.array(item).max(max, `最多选 ${max} 项`),
  );

/** A whole number of a form, both ends included; an empty field is a missing one. */
export const wholeNumber = (min: number, max: number, required = '请填整数') =>
  z.preprocess(
    (v) => (v === '' ? undefined : v),
    z.coerce
      .number({ error: required })
      .int('请填整数')
      .min(min, `不能小于 ${min}`)
      .max(max, `不能大于 ${max}`),
  );

/** Left empty, in a form or as stored, it means "no limit" or "as the setting says", not zero. */
export const optionalNumber = (min: number, max: number) =>
  z.preprocess((v) => (v === '' || v === null ? undefined : v), wholeNumber(min, max).optional());

/** The field of a calendar day, `2026-06-17`; `required` is said when it is empty or no day. */
export const day = (required: string) =>
  z.string({ error: required }).refine(isRealDate, { error: required });

export const optionalDay = z
  .string()
  .refine((on) => on === '' || isRealDate(on), '日期不对，请重选')
  .optional()
  .transform((on) => on || null);

/** The field of a time, `18:00`, 24 hours; `required` is said when it is empty or no time. */
export const timeOfDay = (required: string) =>
  z.string({ error: required }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, required);

/** A datetime-local field as an instant on the Shanghai clock; empty means not set yet. */
export const optionalInstant = z
  .string()
  .max(20)
  .optional()
  .transform((v, ctx) => {
    if (!v) return null;
    const at = parseLocalDateTime(v);
    if (!at) ctx.addIssue('时间不对，请重选');
    return at;
  });

/** A text area with one entry per line: at most `most` of them, each of at most `longest` characters. */
export const linesOf = (most: number, longest: number) =>
  z
    .string()
    .max(most * longest * 2)
    .optional()
    .transform((text, ctx) => {
      const problem = problemOf(text ?? '');
      if (problem) ctx.addIssue(textProblems[problem]);
      const lines = (text ?? '').split(/[\r\n]+/).map((line) => line.trim());
      const filled = lines.filter((line) => line !== '');
      if (filled.length > most) ctx.addIssue(`最多 ${most} 行`);
      if (filled.some((line) => lengthOf(line) > longest)) ctx.addIssue(`每行最多 ${longest} 个字`);
      return filled;
    });
