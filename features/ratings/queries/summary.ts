import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { ratings } from '@/db/schema/ratings';
import { asSystem, type Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { type Summary, summaryOf } from '../rules';
import { ratingMinimum } from '../settings';

export interface PublicRating {
  /** Null while too few have rated. */
  readonly summary: Summary | null;
  readonly minimum: number;
}

/** The average of everything of one subject. The system counts; only the figures come out. */
async function readSummary(
  ctx: Ctx,
  subjectOf: (tx: Ctx) => Promise<string>,
): Promise<PublicRating> {
  return read(asSystem(ctx), async (tx) => {
    const { minimum } = await readSettings(tx, { minimum: ratingMinimum });
    const rows = await tx.db
      .select({ level: ratings.level, n: sql<number>`count(*)::int` })
      .from(ratings)
      .where(eq(ratings.subject, await subjectOf(tx)))
      .groupBy(ratings.level);
    const counts = Object.fromEntries(rows.map(({ level, n }) => [level, n]));
    return { summary: summaryOf(counts, minimum), minimum };
  });
}

/**
 * How people found joining, for the 办事指南; the `summary` is null below the `minimum` of ratings
 * that the setting asks.
 */
export const readJoinRating = (ctx: Ctx): Promise<PublicRating> =>
  readSummary(ctx, async () => 'join');

/**
 * How people found a service, all its terms together; the `summary` is null below the `minimum` of
 * ratings that the setting asks.
 */
export const readOfferingRating = (ctx: Ctx, offeringId: string): Promise<PublicRating> =>
  readSummary(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ subject: sql<string>`coalesce(${offerings.copiedFrom}, ${offerings.id})::text` })
      .from(offerings)
      .where(eq(offerings.id, offeringId));
    return row?.subject ?? offeringId;
  });
