import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { bookingClaims, drawEntries, drawResults, draws } from '@/db/schema/draws';
import { offerings } from '@/db/schema/offerings';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/**
 * What the draw means for one booking of the reader's own: its number, the page where it can be
 * checked, its rank once drawn, and the code that proves the line of the list to be theirs.
 * @returns null for a booking that entered no draw
 */
export async function getMyEntry(ctx: Ctx, bookingId: string) {
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({
        entryNo: bookings.entryNo,
        drawId: draws.id,
        status: draws.status,
        rank: drawResults.rank,
        salt: drawEntries.salt,
        terms: offerings.allocationTerms,
      })
      .from(bookings)
      .innerJoin(draws, eq(draws.sessionId, bookings.sessionId))
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .leftJoin(drawEntries, eq(drawEntries.bookingId, bookings.id))
      .leftJoin(
        drawResults,
        and(eq(drawResults.drawId, draws.id), eq(drawResults.entryNo, bookings.entryNo)),
      )
      .where(and(eq(bookings.id, bookingId), isNotNull(bookings.entryNo)));
    if (!row || row.entryNo === null) return null;
    const claims = await tx.db
      .select({ tierKey: bookingClaims.tierKey, status: bookingClaims.status })
      .from(bookingClaims)
      .where(eq(bookingClaims.bookingId, bookingId));
    const { tiers, draw } = allocationTerms.parse(row.terms);
    return {
      ...row,
      seedOn: draw.seed === 'lottery' ? (draw.seedOn ?? null) : null,
      entryNo: row.entryNo,
      claims: claims.map(({ tierKey, status }) => ({
        status,
        label: tiers.find((tier) => tier.key === tierKey)?.label ?? tierKey,
      })),
    };
  });
}

export type MyEntry = NonNullable<Awaited<ReturnType<typeof getMyEntry>>>;
