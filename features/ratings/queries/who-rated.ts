import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { ratings } from '@/db/schema/ratings';
import { type Looked, withReadAudit } from '@/features/bookings/queries/with-read-audit';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { type Summary, summaryOf } from '../rules';
import { ratingMinimum } from '../settings';

const pageSize = 50;

export interface WhoRated {
  /** Who came, and how many of them rated. */
  readonly attended: number;
  readonly rated: number;
  /** Null while too few have rated. */
  readonly summary: Summary | null;
  readonly minimum: number;
  /**
   * Who came, names masked, and whether they rated, never how; null of a screening, where who came is
   * itself nobody's to list.
   */
  readonly people:
    | readonly {
        readonly id: string;
        readonly number: string;
        readonly attendee: string;
        readonly session: string;
        readonly rated: boolean;
      }[]
    | null;
  readonly pages: number;
}

const ratingOfBooking = and(eq(ratings.entityType, 'booking'), eq(ratings.entityId, bookings.id));

/**
 * Who rated an offering, of those who came; those who have not first, then by session and number. The caller
 * has it from `getDeskOffering`, so scope is decided.
 */
export async function listWhoRated(ctx: Ctx, offering: Looked, page: number): Promise<WhoRated> {
  return withReadAudit(ctx, offering, async (tx) => {
    const came = and(eq(bookings.offeringId, offering.id), eq(bookings.status, 'attended'));
    const { minimum } = await readSettings(tx, { minimum: ratingMinimum });
    const rows = await tx.db
      .select({ level: ratings.level, n: sql<number>`count(*)::int` })
      .from(bookings)
      .leftJoin(ratings, ratingOfBooking)
      .where(came)
      .groupBy(ratings.level);
    const attended = rows.reduce((sum, { n }) => sum + n, 0);
    const levels = rows.flatMap(({ level, n }) => (level === null ? [] : [[level, n] as const]));
    const rated = levels.reduce((sum, [, n]) => sum + n, 0);
    const people =
      offering.kind === 'screening'
        ? null
        : await tx.db
            .select({
              id: bookings.id,
              number: bookings.number,
              attendee: bookings.attendeeMasked,
              session: offeringSessions.title,
              rated: sql<boolean>`${ratings.id} is not null`,
            })
            .from(bookings)
            .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
            .leftJoin(ratings, ratingOfBooking)
            .where(came)
            .orderBy(
              sql`${ratings.id} is not null`,
              asc(offeringSessions.startsAt),
              asc(bookings.number),
            )
            .limit(pageSize)
            .offset((page - 1) * pageSize);
    return {
      attended,
      rated,
      summary: summaryOf(Object.fromEntries(levels), minimum),
      minimum,
      people,
      pages: Math.ceil(attended / pageSize),
    };
  });
}
