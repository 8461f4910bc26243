import { z } from 'zod';
import { documentInput, nameInput, occupationInput } from '@/features/applications/schema/joining';
import { code, phone, sealedPhone } from '@/features/identity/schema/sign-in';
import { optionalText } from '@/lib/text';

/** The worker's phone, said at the counter; the code goes to it, not to the officer. */
export const counterPhoneInput = z.strictObject({
  phone,
  present: z.literal('yes', '请确认本人在场并同意代办'),
});
export const counterResendInput = z.strictObject({ to: sealedPhone });

/** One form: the worker's code, what joining asks, and both consents given aloud at the counter. */
export const counterInput = z.strictObject({
  to: sealedPhone,
  code,
  name: nameInput.shape.name,
  idType: documentInput.shape.idType,
  idNumber: documentInput.shape.idNumber,
  birthOn: documentInput.shape.birthOn,
  sex: documentInput.shape.sex,
  occupation: occupationInput.shape.occupation,
  organisationId: z.uuid('请选择加入的工会'),
  employerName: optionalText({ max: 60 }),
  pledge: z.literal('yes', '请本人确认入会声明后勾选'),
  idConsent: z.literal('yes', '请本人单独同意后勾选；不同意不能办理'),
});
/** 窗口换绑, first the new phone, then what proves the member. */
export const rebindCodeInput = z.strictObject({
  personId: z.uuid('请刷新页面后重试'),
  phone,
  present: z.literal('yes', '请确认本人在场、已看过证件原件'),
});
export const rebindPhoneInput = z.strictObject({
  personId: z.uuid('请刷新页面后重试'),
  to: sealedPhone,
  code,
  idNumber: z.string().trim().min(1, '请照证件录入号码').max(64, '证件号码太长，请核对'),
});
export type RebindPhoneInput = z.output<typeof rebindPhoneInput>;

/** What the address of a member's page says of a change of phone. */
export const rebindQuery = z.object({
  to: z.string().max(400).optional().catch(undefined),
  done: z.string().max(20).optional().catch(undefined),
  /** Certificates that a correction could not exchange. */
  left: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
});

export type CounterPhoneInput = z.output<typeof counterPhoneInput>;
export type CounterResendInput = z.output<typeof counterResendInput>;
export type CounterInput = z.output<typeof counterInput>;
