import { z } from 'zod';
import { phoneMessages } from '@/lib/china/id/messages';
import { normaliseNumber } from '@/lib/china/id/normalise';
import { parsePhone } from '@/lib/china/id/phone';
import { longestAddress } from '@/lib/http/safe-redirect';

/** A mainland mobile number as typed; comes out as eleven digits. */
export const phone = z.string().transform((raw, at) => {
  const parsed = parsePhone(raw);
  if (parsed.ok) return parsed.normalised;
  at.addIssue({ code: 'custom', message: phoneMessages[parsed.reason] });
  return z.NEVER;
});

/** Six digits, spaces and full-width forgiven. */
export const code = z
  .string()
  .max(40, '请输入 6 位数字')
  .transform((raw) => normaliseNumber(raw))
  .pipe(z.string().regex(/^\d{6}$/, '请输入 6 位数字'));

/** The phone of the step before, sealed for this browser: an address bar is no place for a number. */
export const sealedPhone = z.string().min(1).max(400);

// Longer texts reach the command, which refuses them before hashing; nothing is cut silently.
export const password = z.string().min(1, '请输入密码').max(100_000);

export const next = z.string().max(longestAddress).optional();

export const requestCodeInput = z.strictObject({
  phone,
  agree: z.literal('yes', { error: '请先阅读并勾选同意，再获取验证码' }),
  next,
});

export const resendCodeInput = z.strictObject({ to: sealedPhone, next });

export const signInWithCodeInput = z.strictObject({ to: sealedPhone, code, next });

/** The half-done sign-in of the step before, sealed for this browser. */
const sealedProof = z.string().min(1).max(800);

export const proveIdentityInput = z.strictObject({
  to: sealedProof,
  idNumber: z.string().trim().min(1, '请输入证件号码').max(64, '证件号码太长，请核对'),
  next,
});

export const notMineInput = z.strictObject({ to: sealedProof, next });

export const passwordInput = z.strictObject({ phone, password, next });

export const secondFactorInput = z.strictObject({ code, next });

export const recoveryCodeInput = z.strictObject({
  code: z
    .string()
    .max(60, '恢复码是 8 位字母和数字')
    .transform((raw) => raw.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .pipe(z.string().regex(/^[0-9A-Z]{8}$/, '恢复码是 8 位字母和数字')),
  next,
});

export const nothing = z.strictObject({});

export type SignInWithCode = z.output<typeof signInWithCodeInput>;
export type ProveIdentityInput = z.output<typeof proveIdentityInput>;
export type PasswordSignInInput = z.output<typeof passwordInput>;
export type SecondFactor = z.output<typeof secondFactorInput>;
export type RecoveryCode = z.output<typeof recoveryCodeInput>;
