import { z } from 'zod';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { optionalInstant, recordId, wholeNumber } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

/** Left empty: the place is for a purpose, and only the desk gives it. */
const optionalPhone = z
  .string()
  .max(30, '手机号应为 11 位')
  .optional()
  .transform((typed, check) => {
    if (!typed?.trim()) return null;
    const phone = parsePhone(typed);
    if (phone.ok) return phone.normalised;
    check.addIssue({ code: 'custom', message: phoneMessages[phone.reason] });
    return z.NEVER;
  });

/** 留位: one place for somebody by name, or some for a purpose, until a day and hour. */
export const reservePlaceInput = z.strictObject({
  sessionId: recordId,
  purpose: cleanText({ max: 20, required: '请写留给谁、为什么' }),
  phone: optionalPhone,
  child: optionalText({ max: 20 }),
  places: wholeNumber(1, 200, '请填留几个'),
  until: optionalInstant,
});
export type ReservePlaceInput = z.output<typeof reservePlaceInput>;
