import { z } from 'zod';
import { officeBodies, officePosts } from '@/db/schema/enums';
import { day, recordId, wholeNumber } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

/** 工会法 16: a term is three years or five. */
export const termYears = z
  .enum(['3', '5'], { error: '任期是 3 年或 5 年（工会法第 16 条）' })
  .transform((years): 3 | 5 => (years === '3' ? 3 : 5));

const documentNo = cleanText({ max: 40, required: '请照纸面填文号' });

export const enterTermInput = z.strictObject({
  organisationId: recordId,
  ordinal: wholeNumber(1, 99, '请填第几届'),
  beganOn: day('请选开始日期'),
  years: termYears,
  documentNo,
});
export type EnterTermInput = z.output<typeof enterTermInput>;

const memberNo = optionalText({ max: 20 });

export const seatHolderInput = z.strictObject({
  organisationId: recordId,
  body: z.enum(officeBodies, { error: '请选哪个委员会' }),
  post: z.enum(officePosts, { error: '请选职务' }),
  name: cleanText({ max: 30, min: 2, required: '请填姓名' }),
  memberNo,
  fromOn: day('请选任职日期'),
  documentNo,
});
export type SeatHolderInput = z.output<typeof seatHolderInput>;

export const endOfficeInput = z.strictObject({
  organisationId: recordId,
  officeId: z.uuid('请选是谁'),
  reason: z.enum(['resigned', 'removed'], { error: '请选为什么' }),
  endedOn: day('请选离任日期'),
  documentNo,
});
export type EndOfficeInput = z.output<typeof endOfficeInput>;

export const linkHolderInput = z.strictObject({
  organisationId: recordId,
  officeId: z.uuid('请选是谁'),
  memberNo: cleanText({ max: 20, required: '请填会员号' }),
});
export type LinkHolderInput = z.output<typeof linkHolderInput>;

export const enterCertificateInput = z.strictObject({
  organisationId: recordId,
  number: cleanText({ max: 40, required: '请照证书填编号' }),
  issuedOn: day('请选发证日期'),
  validTo: day('请选有效期'),
});
export type EnterCertificateInput = z.output<typeof enterCertificateInput>;
