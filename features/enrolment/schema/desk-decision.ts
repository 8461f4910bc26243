import { z } from 'zod';
import { reasoned, reasonFields } from '@/lib/forms/reason';
import { returnFields } from '@/lib/forms/return-to';
import { approveBookingInput, sendBackBookingInput, undoBookingInput } from './booking';

/** The inbox's forms: the same decisions, with the list to return to and ready reasons. */
const { fields } = sendBackBookingInput.shape;

export const approveAtDeskInput = approveBookingInput.extend(returnFields);
export const refuseAtDeskInput = approveBookingInput
  .extend({ ...returnFields, ...reasonFields })
  .transform(reasoned('请选择或写明不予通过的原因'));
export const sendBackAtDeskInput = approveBookingInput
  .extend({ ...returnFields, ...reasonFields, fields })
  .transform(reasoned('请选择或写明要补正什么'));
export const undoAtDeskInput = undoBookingInput.extend(returnFields);

/** `id:version` of each ticked row; one row alone arrives as a plain string. */
const rowsOf = (none: string) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z
      .array(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/i, '页面已更新，请刷新后再试'))
      .min(1, none)
      .max(50, '一次最多通过 50 件，请分批办理'),
  );
export const approveManyBookingsInput = z.strictObject({ rows: rowsOf('请先选择要通过的预约') });
export const undoManyBookingsInput = z.strictObject({ decisionIds: rowsOf('没有可以撤销的') });
export type ApproveManyBookingsInput = z.output<typeof approveManyBookingsInput>;
export type UndoManyBookingsInput = z.output<typeof undoManyBookingsInput>;
