import { z } from 'zod';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { parsePersonName, personNameMessages } from '@/lib/china/person-name';
import { sharedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';
import { origins } from '../rules/paths';

const reload = '页面已更新，请刷新后再试';

/** The page a question was opened from; anything else is a form we did not make. */
const from = z.enum(origins, reload).optional();
const id = (message: string) => z.uuid(message);
export const applicationVersion = z.coerce.number(reload).int(reload).min(1, reload);
const ticked = (message: string) => z.literal('yes', message);

const personName = z.string('请填写姓名').transform((raw, context) => {
  const name = parsePersonName(raw);
  if (name.ok) return name.normalised;
  context.addIssue({ code: 'custom', message: personNameMessages[name.reason] });
  return z.NEVER;
});

/** Checked by its own rule in the command, which knows the day; here only that it is text at all. */
const documentNumber = z
  .string('请填写证件号码')
  .regex(/\S/, '请填写证件号码')
  .max(100, '证件号码太长，请核对');
const blankAsNull = (value: unknown) => (value === '' ? null : value);

const documentFields = {
  idType: z.enum(identityDocumentTypes, '请选择证件类别'),
  idNumber: documentNumber,
  birthOn: z.preprocess(blankAsNull, z.iso.date('请填写证件上的出生日期').nullish()),
  sex: z.preprocess(blankAsNull, z.enum(['male', 'female'], '请选择证件上的性别').nullish()),
};

export const nameInput = z.strictObject({ name: personName, from });
export const documentInput = z.strictObject({ ...documentFields, from });

/** First of the three screens after a union's QR code: who are you. */
export const joinByCodeInput = z.strictObject({
  code: cleanText({ max: 20, required: reload }),
  name: personName,
  ...documentFields,
});

export const occupationInput = z.strictObject({
  occupation: z.string('请选择职业').regex(/^[a-z_]{1,40}$/, '请选择职业'),
  from,
});

const employerName = optionalText({ max: 60 });

export const employerInput = z.strictObject({ employerId: id('请选择您的单位'), from });
export const townInput = z.strictObject({ townId: id('请选择镇或街道'), employerName, from });
export const industryInput = z.strictObject({
  organisationId: id('请选择行业'),
  employerName,
  from,
});

const pledged = ticked('请勾选“以上内容属实，我自愿入会”');
export const consented = ticked('请勾选单独同意；不同意可以到工会窗口办理');

export const submitInput = z.strictObject({
  version: applicationVersion,
  pledge: pledged,
  idConsent: consented,
});
export const resubmitInput = z.strictObject({
  applicationId: id(reload),
  version: applicationVersion,
});
export const withdrawInput = z.strictObject({
  applicationId: id(reload),
  version: applicationVersion,
});

/** What the pages of the flow read from their address; anything strange counts as absent. */
export const pageQuery = z.object({
  from: z.enum(origins).optional().catch(undefined),
  type: z.enum(identityDocumentTypes).catch('resident_id'),
  q: sharedWords,
  employer: z.string().max(100).catch(''),
  code: z
    .string()
    .regex(/^\w{1,20}$/)
    .optional()
    .catch(undefined),
});
export type PageQuery = z.output<typeof pageQuery>;

export type NameInput = z.output<typeof nameInput>;
export type DocumentInput = z.output<typeof documentInput>;
export type JoinByCodeInput = z.output<typeof joinByCodeInput>;
export type OccupationInput = z.output<typeof occupationInput>;
export type EmployerInput = z.output<typeof employerInput>;
export type TownInput = z.output<typeof townInput>;
export type IndustryInput = z.output<typeof industryInput>;
export type SubmitInput = z.output<typeof submitInput>;
export type ResubmitInput = z.output<typeof resubmitInput>;
export type WithdrawInput = z.output<typeof withdrawInput>;
