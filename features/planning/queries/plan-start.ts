import 'server-only';
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { plannedKinds, rowNumbers } from '../schema/plan-offering';

const live = sql`offering_sessions s where s.offering_id = ${offerings.id} and s.cancelled_at is null`;
const sessions = sql<number>`(select count(*)::int from ${live})`;

/**
 * The newest round of each course that this officer manages and one table has room for, newest first, at
 * most twelve. Drafts, which are no round yet, and cancelled ones are none.
 */
export async function listEarlierRounds(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const newest = tx.db
      .selectDistinctOn([sql`coalesce(${offerings.copiedFrom}, ${offerings.id})`], {
        id: offerings.id,
        kind: offerings.kind,
        title: offerings.title,
        organiser: organisations.shortName,
        sessions: sessions.as('sessions'),
        firstStartsAt: sql<Date | null>`(select min(s.starts_at) from ${live})`
          .mapWith(offerings.createdAt)
          .as('first_starts_at'),
      })
      .from(offerings)
      .innerJoin(organisations, eq(organisations.id, offerings.organisationId))
      .where(
        and(
          managedOfferings(tx.actor),
          inArray(offerings.kind, [...plannedKinds]),
          ne(offerings.status, 'cancelled'),
          ne(offerings.status, 'draft'),
          sql`${sessions} between 1 and ${rowNumbers.length}`,
        ),
      )
      .orderBy(sql`coalesce(${offerings.copiedFrom}, ${offerings.id})`, desc(offerings.id))
      .as('newest');
    return tx.db.select().from(newest).orderBy(desc(newest.id)).limit(12);
  });
}

export type EarlierRound = Awaited<ReturnType<typeof listEarlierRounds>>[number];
