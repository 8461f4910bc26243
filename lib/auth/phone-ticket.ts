import 'server-only';
import { openField, SealBroken, sealField } from '../crypto/field';
import type { Ctx } from '../ctx';

const placeOf = (ctx: Ctx) => ({
  table: 'phone_ticket',
  column: 'phone',
  rowId: ctx.client?.browser ?? '',
});

/** Carries a phone from one page to the next, readable by us and from this browser only. */
export const phoneTicket = (ctx: Ctx, phone: string): string => sealField(phone, placeOf(ctx));

/** The phone of a ticket, or null when it is forged or from another browser. */
export function phoneOfTicket(ctx: Ctx, ticket: string): string | null {
  try {
    return openField(ticket, placeOf(ctx));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
