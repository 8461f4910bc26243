import 'server-only';
import { openField, SealBroken, sealField } from '../crypto/field';
import type { Ctx } from '../ctx';

const LIFETIME_MS = 15 * 60_000;

/**
 * Carries something half done to the next page: readable by us, from this browser, for 15 minutes.
 * @param purpose a ticket of one purpose opens nothing for another
 */
export function timedTicket<T extends object>(purpose: string) {
  const placeOf = (ctx: Ctx) => ({
    table: `${purpose}_ticket`,
    column: purpose,
    rowId: ctx.client?.browser ?? '',
  });
  return {
    seal: (tx: Ctx, value: T): string =>
      sealField(JSON.stringify({ ...value, until: tx.now.getTime() + LIFETIME_MS }), placeOf(tx)),
    /** Null when it is forged, too old, or from another browser. */
    open(tx: Ctx, ticket: string): T | null {
      try {
        const { until, ...value } = JSON.parse(openField(ticket, placeOf(tx)));
        const left = until - tx.now.getTime();
        // The clocks of server and database may differ a little, never by a day.
        return left > 0 && left <= 2 * LIFETIME_MS ? value : null;
      } catch (error) {
        if (error instanceof SealBroken) return null;
        throw error;
      }
    },
  };
}
