import { z } from 'zod';
import { reasoned, reasonFields } from '@/lib/forms/reason';
import { returnFields } from '@/lib/forms/return-to';
import { tickedRows } from '@/lib/forms/ticked-rows';
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

export const undoManyBookingsInput = z.strictObject({ decisionIds: tickedRows('没有可以撤销的') });
export type UndoManyBookingsInput = z.output<typeof undoManyBookingsInput>;
