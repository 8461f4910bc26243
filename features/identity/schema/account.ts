import { z } from 'zod';
import { textSizes } from '@/db/schema/enums';
import { code, password, phone, sealedPhone } from './sign-in';

export const newPhoneInput = z.strictObject({ phone });

export const changePhoneInput = z.strictObject({
  to: sealedPhone,
  oldCode: code,
  newCode: code,
  /** Ticked when the new number had another owner before. */
  notMine: z.literal('yes').optional(),
});

export const setPasswordInput = z.strictObject({ code, password });

export const sessionInput = z.strictObject({ sessionId: z.uuid('请刷新页面后重试') });

export const linkInput = z.strictObject({ to: z.string().min(1).max(800) });

export const unlinkInput = z.strictObject({ provider: z.enum(['wechat', 'oidc']) });

export type ChangePhone = z.output<typeof changePhoneInput>;
export type SetPassword = z.output<typeof setPasswordInput>;

export const displayInput = z.strictObject({
  size: z.enum(textSizes, { error: '请选择文字大小' }),
  contrast: z.literal('high').optional(),
});

export type Display = z.output<typeof displayInput>;
