import { z } from 'zod';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { isRealDate } from '@/lib/dates';
import { photoInput } from '@/lib/forms/photo-input';
import { cleanText, optionalText } from '@/lib/text';
import { facePhoto } from '../rules/photo';

const id = z.uuid('链接不完整，请返回重选');
const day = z.string().refine(isRealDate, '请选择日期');

export const absenceInput = z.strictObject({
  bookingId: id,
  on: day,
  /** Comes after all. */
  withdraw: z
    .literal('yes')
    .optional()
    .transform((v) => v === 'yes'),
});

export const makeCodeInput = z.strictObject({
  bookingId: id,
  bearer: cleanText({ max: 20, min: 2, required: '请填写谁来接' }),
});

const phone = z
  .string()
  .max(30, '手机号应为 11 位')
  .optional()
  .transform((typed, check) => {
    if (!typed?.trim()) return null;
    const parsed = parsePhone(typed);
    if (parsed.ok) return parsed.normalised;
    check.addIssue({ code: 'custom', message: phoneMessages[parsed.reason] });
    return z.NEVER;
  });

/** A picture as base64; null when none was chosen. */
const photo = photoInput(facePhoto).transform(
  (bytes) => bytes && Buffer.from(bytes).toString('base64'),
);

const name = optionalText({ max: 20 });
const relation = optionalText({ max: 10 });

export const pickUpListInput = z.strictObject({
  bookingId: id,
  name1: name,
  relation1: relation,
  phone1: phone,
  photo1: photo,
  name2: name,
  relation2: relation,
  phone2: phone,
  photo2: photo,
  name3: name,
  relation3: relation,
  phone3: phone,
  photo3: photo,
  consent: z.literal('yes', { error: '请先征得接送人同意，再勾选' }),
});

export type AbsenceInput = z.output<typeof absenceInput>;
export type MakeCodeInput = z.output<typeof makeCodeInput>;
export type PickUpListInput = z.output<typeof pickUpListInput>;
