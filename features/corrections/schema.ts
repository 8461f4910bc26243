import { z } from 'zod';
import { nameInput } from '@/features/applications/schema/joining';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { photoInput } from '@/lib/forms/photo-input';
import { reasoned, reasonFields } from '@/lib/forms/reason';
import { cleanText, optionalText } from '@/lib/text';
import { counterProofs, proofPhoto } from './rules/proof';

const stale = '页面已更新，请刷新后再试';
const id = z.uuid(stale);

/** An empty field of a form is nothing said. */
const blank = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), inner.optional());

const identity = {
  name: nameInput.shape.name,
  idType: blank(z.enum(identityDocumentTypes, { error: '请选择证件类型' })),
  idNumber: blank(z.string().trim().max(64, '证件号码太长，请核对')),
  birthOn: blank(z.string().max(10, '请选择出生日期')),
  sex: blank(z.enum(['male', 'female'], { error: '请选择证件上的性别' })),
};

/** Step one: what is right. `who` is `self` or a child of one's own. */
export const prepareInput = z.strictObject({
  who: z.union([z.literal('self'), z.uuid()], { error: stale }),
  ...identity,
  why: optionalText({ max: 100 }),
});
export type PrepareInput = z.output<typeof prepareInput>;

const photo = photoInput(proofPhoto);
/** Step two: the proof, and off it goes. */
export const sendInput = z.strictObject({ correctionId: id, photo1: photo, photo2: photo });
export type SendInput = z.output<typeof sendInput>;

export const withdrawCorrectionInput = z.strictObject({ correctionId: id });

/** The list of places that no longer fit stood beside the button. */
const accept = z
  .literal('yes', { error: '请看过名单后勾选' })
  .optional()
  .transform((value) => value === 'yes');

/** `told`: the page showed the list already. */
export const applyInput = z.strictObject({
  correctionId: id,
  accept,
  told: z.literal('yes').optional(),
});
export type ApplyInput = z.output<typeof applyInput>;

export const refuseInput = z
  .strictObject({ correctionId: id, ...reasonFields })
  .transform(reasoned('请选择或写明为什么不更正、接下来怎么办'));
export type RefuseInput = z.output<typeof refuseInput>;

/** 当面更正: the officer has the document on the table. */
export const counterCorrectionInput = z.strictObject({
  personId: id,
  ...identity,
  proof: z.enum(counterProofs, { error: '请选择看过哪种证件' }),
  reason: cleanText({ max: 100, required: '请写明为什么更正' }),
  present: z.literal('yes', '请确认本人在场、已看过证件原件'),
  accept,
});
export type CounterCorrectionInput = z.output<typeof counterCorrectionInput>;

/** `?who=` and `?type=other` of the page of step one. */
export const newQuery = z.object({
  who: z.union([z.literal('self'), z.uuid()]).catch('self'),
  type: z.literal('other').optional().catch(undefined),
});

/** `?case=` of the desk; anything else opens nothing. `left` names how many certificates wait for a face. */
export const deskQuery = z.object({
  case: z.uuid().optional().catch(undefined),
  done: z.enum(['corrected', 'refused']).optional().catch(undefined),
  left: z.coerce.number().int().min(1).max(999).optional().catch(undefined),
});
