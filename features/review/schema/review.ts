import { z } from 'zod';
import { joinQuestions } from '@/features/applications/rules/questions';
import { reasoned, reasonFields } from '@/lib/forms/reason';
import { returnFields } from '@/lib/forms/return-to';

const reload = '页面已更新，请刷新后再试';
const id = z.uuid(reload);
const version = z.coerce.number(reload).int(reload).min(1, reload);
export const openInput = z.strictObject({ applicationId: id });

export const approveInput = z.strictObject({ applicationId: id, version, ...returnFields });
export const rejectInput = z
  .strictObject({ applicationId: id, version, ...returnFields, ...reasonFields })
  .transform(reasoned('请选择或写明不予通过的原因'));
export const sendBackInput = z
  .strictObject({
    applicationId: id,
    version,
    ...returnFields,
    ...reasonFields,
    fields: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z
        .array(z.enum(joinQuestions, reload))
        .min(1, '请勾选要补正的项')
        .max(joinQuestions.length, reload),
    ),
  })
  .transform(reasoned('请选择或写明要怎么改'));

export const undoInput = z.strictObject({ decisionId: id, ...returnFields });

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

export type OpenInput = z.output<typeof openInput>;
export type ApproveInput = z.output<typeof approveInput>;
export type RejectInput = z.output<typeof rejectInput>;
export type SendBackInput = z.output<typeof sendBackInput>;
export type UndoInput = z.output<typeof undoInput>;
export type ApproveManyInput = z.output<typeof approveManyInput>;
export type UndoManyInput = z.output<typeof undoManyInput>;
export type RevealInput = z.output<typeof revealInput>;
