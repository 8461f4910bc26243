import { z } from 'zod';
import { code, phone, sealedPhone } from '@/features/identity/schema/sign-in';
import { byQuestion, questionFormFields } from '@/features/questions/schema/answer';
import { recordId } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { optionalText } from '@/lib/text';
import { type BookPlaceInput, bookPlaceInput } from './booking';

const proofs = ['code', 'reason'] as const;
const proof = z.enum(proofs, { error: '请选怎么确认是本人要报' });

/** 代办, first step: whose phone, and how it is known that they want it. */
export const findForBookingInput = z.strictObject({ offeringId: recordId, phone, proof });
export type FindForBookingInput = z.output<typeof findForBookingInput>;

const fields = {
  ...bookPlaceInput.shape,
  sessionId: z.uuid('请选报哪一场'),
  to: sealedPhone,
  proof,
  code: code.optional(),
  reason: optionalText({ max: 100 }),
  /** 留位 for a purpose, which the desk gives. */
  carveOutId: z.preprocess((v) => (v === '' ? undefined : v), recordId.optional()),
  formVersion: questionFormFields.formVersion.default(0),
  seen: questionFormFields.seen,
};

const bookingFields = Object.keys(bookPlaceInput.shape);
/** The person's own part of the form, as they would have sent it themselves. */
const bookingOf = (f: BookPlaceInput): BookPlaceInput =>
  Object.fromEntries(
    Object.entries(f).filter(([name]) => bookingFields.includes(name)),
  ) as BookPlaceInput;

// Asked together with whatever else is missing, not only once the rest is right.
const always = { when: () => true };
const proven = z
  .looseObject(fields)
  .refine((f) => f.proof !== 'code' || f.code, {
    ...{ path: ['code'], error: '请输入本人收到的 6 位数字' },
    ...always,
  })
  .refine((f) => f.proof !== 'reason' || f.reason, {
    ...{ path: ['reason'], error: '请写明怎么确认的，如：本人来电，核对了证件后四位' },
    ...always,
  });

/** Second step: what the person would fill in themselves, the answers by question, and the proof. */
export const bookForInput = proven.transform((f, ctx) => {
  const { to, proof: by, code: typed, reason, carveOutId, formVersion, seen } = f;
  return {
    to,
    code: by === 'code' ? (typed ?? '') : null,
    reason,
    carveOutId: carveOutId ?? null,
    formVersion,
    seen,
    booking: bookingOf(f),
    sent: byQuestion(Object.keys(fields), f, ctx),
  };
});
export type BookForInput = z.output<typeof bookForInput>;

/** What the address of the second step says. */
export const bookForQuery = z.object({
  to: z.preprocess(one, z.string().max(400).optional().catch(undefined)),
  proof: z.preprocess(one, z.enum(proofs).catch('reason')),
});
