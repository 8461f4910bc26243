import { z } from 'zod';
import { foundingFileKinds } from '@/db/schema/enums';
import { filesInput } from '@/lib/forms/file-input';
import { recordId, recordVersion } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

const phone = z
  .string()
  .max(30, '电话太长')
  .optional()
  .transform((text) => (text ?? '').normalize('NFKC').replace(/[\s-]/g, ''))
  .refine((digits) => digits === '' || /^\+?\d{7,15}$/.test(digits), '请填手机或座机，只写数字')
  .transform((digits) => digits || null);

/** Who is asked, who prepares, what for: all may follow later. */
export const contactFields = {
  contactName: optionalText({ max: 30 }),
  contactPhone: phone,
  preparingGroup: optionalText({ max: 200 }),
  purpose: optionalText({ max: 200 }),
};

export const setContactInput = z.strictObject({
  foundingId: recordId,
  position: recordVersion,
  ...contactFields,
});
export type SetContactInput = z.output<typeof setContactInput>;

export const addFilesInput = z.strictObject({
  foundingId: recordId,
  kind: z.enum(foundingFileKinds, { error: '请选是哪份材料' }),
  files: filesInput({ megabytes: 10, required: '请选照片或扫描件' }),
});
export type AddFilesInput = z.output<typeof addFilesInput>;

export const removeFoundingFileInput = z.strictObject({
  foundingId: recordId,
  fileId: z.uuid('请选哪一份'),
  reason: cleanText({ max: 100, required: '请写为什么撤下' }),
});
export type RemoveFoundingFileInput = z.output<typeof removeFoundingFileInput>;
