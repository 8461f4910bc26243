import { z } from 'zod';
import { fileInput, filesInput } from '@/lib/forms/file-input';
import { recordId } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';
import { sentMegabytes as megabytes } from '../rules/file-sizes';

const seen = (required: string) => cleanText({ max: 60, required });

/** The one picture of an offering, and what it shows for who cannot see it. */
export const setCoverInput = z.strictObject({
  offeringId: recordId,
  picture: fileInput({ megabytes, required: '请选一张图片' }),
  coverWords: seen('请写图上是什么，看不见图的人靠它'),
});
export type SetCoverInput = z.output<typeof setCoverInput>;

export const addAttachmentInput = z.strictObject({
  offeringId: recordId,
  file: fileInput({ megabytes, required: '请选一个文件' }),
  fileWords: seen('请写附件的名称，如：培训通知'),
});
export type AddAttachmentInput = z.output<typeof addAttachmentInput>;

/** Photos of one occasion, with one sentence for all; the people on them were asked. */
export const addPhotosInput = z.strictObject({
  offeringId: recordId,
  photos: filesInput({ megabytes, required: '请选照片' }),
  photoWords: seen('请写照片里在做什么，看不见图的人靠它'),
  agreed: z.literal('yes', { error: '请先问过照片里的人，孩子的问监护人' }),
});
export type AddPhotosInput = z.output<typeof addPhotosInput>;

export const removeFileInput = z.strictObject({ fileId: recordId });
export type RemoveFileInput = z.output<typeof removeFileInput>;
