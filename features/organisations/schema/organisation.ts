import { z } from 'zod';
import { usccMessages } from '@/lib/china/id/messages';
import { parseUscc } from '@/lib/china/id/uscc';
import { isRealDate } from '@/lib/dates';
import { cleanText, optionalText } from '@/lib/text';
import { kindsFromRoot } from '../rules/kinds';

export const id = z.uuid('请从页面上重新进入');
/** The version the page showed: an edit of something that moved on is refused. */
export const organisationVersion = z.coerce
  .number({ error: '请刷新后重试' })
  .int()
  .min(1, '请刷新后重试');

/** 统一社会信用代码 or nothing; stored in capitals. */
export const usccOrNone = z
  .string()
  .optional()
  .transform((raw, issue) => {
    if (!raw?.trim()) return null;
    const parsed = parseUscc(raw);
    if (parsed.ok) return parsed.normalised;
    issue.addIssue({ code: 'custom', message: usccMessages[parsed.reason] });
    return z.NEVER;
  });

/** The national area code of a town: six digits of the district and three of the town. */
const areaCode = z
  .string()
  .trim()
  .regex(/^(\d{9})?$/, '行政区划代码应为9位数字')
  .optional()
  .transform((code) => code || null);

const phone = z
  .string()
  .trim()
  .regex(/^([\d-]{5,20})?$/, '请填写电话号码，例如 010-12345678')
  .optional()
  .transform((raw) => raw || null);

const day = z
  .string()
  .trim()
  .refine((on) => on === '' || isRealDate(on), '请填写真实的日期')
  .optional()
  .transform((on) => on || null);

/** 1: this union decides alone; 2: its parent confirms; nothing: the general setting. */
const reviewSteps = z
  .enum(['', '1', '2'], { error: '请选择审核层级' })
  .optional()
  .transform((steps) => (steps ? Number(steps) : null));

const facts = {
  name: cleanText({ max: 60, min: 2, required: '请填写工会全称' }),
  shortName: optionalText({ max: 20 }),
  uscc: usccOrNone,
  address: optionalText({ max: 100 }),
  phone,
  foundedOn: day,
  reviewSteps,
};

export const createOrganisationInput = z.strictObject({
  parentId: id,
  kind: z.enum(kindsFromRoot, { error: '请选择组织类型' }),
  areaCode,
  ...facts,
});
export type CreateOrganisationInput = z.output<typeof createOrganisationInput>;

export const editOrganisationInput = z.strictObject({ id, version: organisationVersion, ...facts });
export type EditOrganisationInput = z.output<typeof editOrganisationInput>;
