import 'server-only';
import { openField, SealBroken, sealField } from '../crypto/field';
import type { Ctx } from '../ctx';

const LIFETIME_MS = 15 * 60_000;

/** Which account somebody stands before, and what they have shown so far. */
export interface Proof {
  readonly accountId: string;
  /** Absent after WeChat. */
  readonly phone?: string;
}

const placeOf = (ctx: Ctx) => ({
  table: 'proof_ticket',
  column: 'proof',
  rowId: ctx.client?.browser ?? '',
});

/** Carries a half-done sign-in to the next page: readable by us, from this browser, for 15 minutes. */
export const proofTicket = (tx: Ctx, proof: Proof): string =>
  sealField(JSON.stringify({ ...proof, until: tx.now.getTime() + LIFETIME_MS }), placeOf(tx));

/** What a ticket carries, or null when it is forged, too old, or from another browser. */
export function proofOfTicket(tx: Ctx, ticket: string): Proof | null {
  try {
    const { until, ...proof } = JSON.parse(openField(ticket, placeOf(tx))) as Proof & {
      until: number;
    };
    const left = until - tx.now.getTime();
    // The clocks of server and database may differ a little, never by a day.
    return left > 0 && left <= 2 * LIFETIME_MS ? proof : null;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
