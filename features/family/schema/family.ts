import { z } from 'zod';
import { relations } from '@/db/schema/enums';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { recordVersion } from '@/lib/forms/form-fields';
import { safeRedirect } from '@/lib/http/safe-redirect';
import { cleanText, optionalText } from '@/lib/text';

export type Relation = (typeof relations)[number];
export const relationLabels: Record<Relation, string> = {
  father: '父亲',
  mother: '母亲',
  grandparent: '祖父母、外祖父母',
  other: '其他监护人',
};

const id = z.uuid('链接不完整，请返回重选');
const relation = z.enum(relations, { error: '请选择您是孩子的什么人' });
const agreed = z.literal('yes', { error: '请勾选监护人同意，再保存' });
const entryYear = z.coerce
  .number({ error: '请选择年级' })
  .int('请选择年级')
  .min(1990, '请选择年级')
  .max(2100, '请选择年级');

/** `/services/…?s=…&who=`, or nothing when one did not come from a service. */
function backToService(next: string | undefined): string | undefined {
  const path = safeRedirect(next, '');
  if (!path.startsWith('/services/')) return undefined;
  return `${path}${path.includes('?') ? '&' : '?'}who=`;
}

export const addChildInput = z.strictObject({
  name: cleanText({ max: 50, required: '请填写孩子姓名' }),
  idType: z.enum(identityDocumentTypes, { error: '请选择证件类型' }).default('resident_id'),
  idNumber: z
    .string({ error: '请填写证件号码' })
    .trim()
    .min(1, '请填写证件号码')
    .max(60, '证件号码太长'),
  /** Only for documents that do not carry them. */
  birthOn: z.string().max(10).optional(),
  sex: z.enum(['male', 'female']).optional(),
  school: optionalText({ max: 40 }),
  schoolEntryYear: entryYear,
  relation,
  consent: agreed,
  /** The service one came from; what it becomes takes the child's id at its end. */
  next: z.string().max(500).optional().transform(backToService),
});
export type AddChildInput = z.output<typeof addChildInput>;

export const changeChildInput = z.strictObject({
  childId: id,
  version: recordVersion,
  school: optionalText({ max: 40 }),
  schoolEntryYear: entryYear,
});
export type ChangeChildInput = z.output<typeof changeChildInput>;

export const removeChildInput = z.strictObject({ childId: id });

export const inviteGuardianInput = z.strictObject({
  childId: id,
  phone: z.string({ error: '请填写对方手机号' }).max(30, '手机号应为 11 位'),
});

export const confirmGuardianInput = z.strictObject({ invitationId: id, relation, consent: agreed });
export type ConfirmGuardianInput = z.output<typeof confirmGuardianInput>;

export const endInvitationInput = z.strictObject({ invitationId: id });
