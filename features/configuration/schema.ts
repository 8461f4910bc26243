import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { cleanText } from '@/lib/text';

export const saveSettingInput = z.strictObject({
  key: z.string().regex(/^[\w.:-]{1,80}$/, '请刷新后重试'),
  value: cleanText({ max: 500, min: 0, multiline: true }),
});
export type SaveSettingInput = z.output<typeof saveSettingInput>;

const on = z
  .string({ error: '请选择日期' })
  .trim()
  .refine(isRealDate, '请选择真实的日期')
  .refine((day) => day >= '2020-01-01' && day <= '2099-12-31', '请选择2020年以后的日期');

export const setHolidayInput = z.strictObject({
  on,
  kind: z.enum(['off', 'work'], { error: '请选择放假或上班' }),
  name: cleanText({ max: 20, required: '请填写名称，例如 春节' }),
});
export type SetHolidayInput = z.output<typeof setHolidayInput>;

export const removeHolidayInput = z.strictObject({ on });
export type RemoveHolidayInput = z.output<typeof removeHolidayInput>;

const year = z.coerce.number().int().min(2020).max(2099);
export const fillYearInput = z.strictObject({ year });
export type FillYearInput = z.output<typeof fillYearInput>;

export const sendTestMessageInput = z.strictObject({});
