import { z } from 'zod';
import { joinQuestions } from '@/features/applications/rules/questions';
import { reasoned, reasonFields } from '@/lib/forms/reason';
import { returnFields } from '@/lib/forms/return-to';
import { tickedIds } from '@/lib/forms/ticked-rows';

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

export const undoManyInput = z.strictObject({ decisionIds: tickedIds('没有可以撤销的') });

export const revealInput = z.strictObject({
  applicationId: id,
  field: z.enum(['phone', 'document'], reload),
});

export type OpenInput = z.output<typeof openInput>;
export type ApproveInput = z.output<typeof approveInput>;
export type RejectInput = z.output<typeof rejectInput>;
export type SendBackInput = z.output<typeof sendBackInput>;
export type UndoInput = z.output<typeof undoInput>;
export type UndoManyInput = z.output<typeof undoManyInput>;
export type RevealInput = z.output<typeof revealInput>;
