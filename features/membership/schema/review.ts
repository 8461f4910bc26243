import { z } from 'zod';
import { cleanText } from '@/lib/text';
import { questions } from '../rules/questions';

const reload = '页面已更新，请刷新后再试';
const id = z.uuid(reload);
const version = z.coerce.number(reload).int(reload).min(1, reload);
/** Where the desk goes next; checked again when the address is built. */
const onward = { back: z.string().max(500).optional(), next: z.string().max(60).optional() };
/** A ready sentence, or the officer's own words, or both. */
const canned = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(6)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()).filter((text) => text !== ''));

const note = cleanText({ max: 200, min: 0, multiline: true }).optional();

/** Joins the ready sentences and the officer's own; one of the two must be there. */
const reasoned =
  (required: string) =>
  <T extends { canned: string[]; note?: string | undefined }>(
    value: T,
    context: z.core.$RefinementCtx,
  ) => {
    const reason = [...value.canned, value.note ?? ''].filter((text) => text !== '').join('；');
    if (reason !== '') return { ...value, reason };
    context.addIssue({ code: 'custom', message: required, path: ['note'] });
    return z.NEVER;
  };

export const approveInput = z.strictObject({ applicationId: id, version, ...onward });
export const rejectInput = z
  .strictObject({ applicationId: id, version, ...onward, canned, note })
  .transform(reasoned('请选择或写明不予通过的原因'));
export const sendBackInput = z
  .strictObject({
    applicationId: id,
    version,
    ...onward,
    canned,
    note,
    fields: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.enum(questions, reload)).min(1, '请勾选要补正的项').max(questions.length, reload),
    ),
  })
  .transform(reasoned('请选择或写明要怎么改'));

export const undoInput = z.strictObject({ decisionId: id, ...onward });

/** `id:version` of each ticked row; one row alone arrives as a plain string. */
const row = z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/i, reload);
export const approveManyInput = z.strictObject({
  rows: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(row).min(1, '请先选择要通过的申请').max(50, '一次最多通过 50 件，请分批办理'),
  ),
});
export const undoManyInput = z.strictObject({
  decisionIds: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(id).min(1).max(50),
  ),
});

export const revealInput = z.strictObject({
  applicationId: id,
  field: z.enum(['phone', 'document'], reload),
});
export const revealMemberInput = z.strictObject({
  personId: id,
  field: z.enum(['phone', 'document'], reload),
});

export type ApproveInput = z.output<typeof approveInput>;
export type RejectInput = z.output<typeof rejectInput>;
export type SendBackInput = z.output<typeof sendBackInput>;
export type UndoInput = z.output<typeof undoInput>;
export type ApproveManyInput = z.output<typeof approveManyInput>;
export type UndoManyInput = z.output<typeof undoManyInput>;
export type RevealInput = z.output<typeof revealInput>;
export type RevealMemberInput = z.output<typeof revealMemberInput>;
