import { z } from 'zod';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { recordVersion } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

const id = z.uuid('链接不完整，请返回重选');
const agreed = z
  .literal('yes', { error: '请勾选同意' })
  .optional()
  .transform((v) => v === 'yes');

const pickUpName = optionalText({ max: 20 });
const pickUpRelation = optionalText({ max: 10 });
const pickUpPhone = z
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

/** Who else may fetch the child: three people, each in full or not at all. */
const pickUpFields = {
  pickUpName1: pickUpName,
  pickUpRelation1: pickUpRelation,
  pickUpPhone1: pickUpPhone,
  pickUpName2: pickUpName,
  pickUpRelation2: pickUpRelation,
  pickUpPhone2: pickUpPhone,
  pickUpName3: pickUpName,
  pickUpRelation3: pickUpRelation,
  pickUpPhone3: pickUpPhone,
};

/** One booking: which session, for whom, and only what that offering asks. */
export const bookPlaceInput = z.strictObject({
  offeringId: id,
  sessionId: id,
  /** `self`, or the child's id. */
  who: z.union([z.literal('self'), id], { error: '请选择给谁报名' }),
  healthNotes: optionalText({ max: 300, multiline: true }),
  healthConsent: agreed,
  ...pickUpFields,
  screeningConsent: agreed,
  /** A draw: together with a child of the same parents who has entered already. */
  withSiblings: agreed,
  /** 优先条件 that the person says they fit, by the place of its tier. */
  claim1: agreed,
  claim2: agreed,
  claim3: agreed,
  claim4: agreed,
  claim5: agreed,
  claim6: agreed,
  claim7: agreed,
  claim8: agreed,
});
export type BookPlaceInput = z.output<typeof bookPlaceInput>;

export const cancelBookingInput = z.strictObject({ bookingId: id });

/** 能来: the moved session suits. */
export const keepMovedPlaceInput = z.strictObject({ bookingId: id });
export type KeepMovedPlaceInput = z.output<typeof keepMovedPlaceInput>;

export const answerSendBackInput = z.strictObject({
  bookingId: id,
  answer: optionalText({ max: 300, multiline: true }),
  healthNotes: optionalText({ max: 300, multiline: true }),
  healthConsent: agreed,
  ...pickUpFields,
});
export type AnswerSendBackInput = z.output<typeof answerSendBackInput>;

export const sentBackFields = ['identity', 'health_notes', 'pick_up', 'other'] as const;
export type SentBackField = (typeof sentBackFields)[number];
export const sentBackFieldLabels: Record<(typeof sentBackFields)[number], string> = {
  identity: '身份或孩子资料',
  health_notes: '健康提示',
  pick_up: '接送人',
  other: '其他说明',
};

const reason = cleanText({ max: 200, required: '请写明原因', multiline: true });

export const approveBookingInput = z.strictObject({ bookingId: id, version: recordVersion });
export const refuseBookingInput = z.strictObject({ bookingId: id, version: recordVersion, reason });
export const sendBackBookingInput = z.strictObject({
  bookingId: id,
  version: recordVersion,
  reason,
  fields: z
    .union([z.enum(sentBackFields).transform((f) => [f]), z.array(z.enum(sentBackFields)).max(4)])
    .default([]),
});
export const undoBookingInput = z.strictObject({ bookingId: id, version: recordVersion });
export type ApproveBookingInput = z.output<typeof approveBookingInput>;
export type RefuseBookingInput = z.output<typeof refuseBookingInput>;
export type SendBackBookingInput = z.output<typeof sendBackBookingInput>;
