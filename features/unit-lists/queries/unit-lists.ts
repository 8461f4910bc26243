import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { unitLists } from '@/db/schema/unit-lists';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';

const SHOWN = 50;

/**
 * Sessions that take names from unions now, of offerings that the chair's unions may see.
 * In order of the closing of booking, then of time.
 */
export async function listOpenToUnits(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const own = canSubmitUnitList.organisationsOf(tx.actor);
    return tx.db
      .select({
        offeringId: offerings.id,
        title: offerings.title,
        kind: offerings.kind,
        closesAt: offerings.bookingClosesAt,
        sessionId: offeringSessions.id,
        session: offeringSessions.title,
        startsAt: offeringSessions.startsAt,
        endsAt: offeringSessions.endsAt,
        details: offeringSessions.details,
        place: offeringSessions.place,
        capacity: sessionCapacity.capacity,
        taken: sessionCapacity.taken,
        reserved: sessionCapacity.reserved,
        waiting: sessionCapacity.waiting,
      })
      .from(offerings)
      .innerJoin(offeringSessions, eq(offeringSessions.offeringId, offerings.id))
      .innerJoin(sessionCapacity, eq(sessionCapacity.sessionId, offeringSessions.id))
      .where(
        and(
          eq(offerings.allocation, 'unit'),
          inArray(offerings.status, ['published', 'open']),
          sql`${offerings.bookingOpensAt} <= now() and ${offerings.bookingClosesAt} > now()`,
          sql`${offeringSessions.cancelledAt} is null and ${offeringSessions.startsAt} > now()`,
          sql`(${offerings.visibility} = 'all' or exists (select 1 from organisation_closure c
            where c.ancestor_id = ${offerings.organisationId}
              and c.descendant_id = any (${`{${own.join(',')}}`}::uuid[])))`,
        ),
      )
      .orderBy(
        asc(offerings.bookingClosesAt),
        asc(offeringSessions.startsAt),
        asc(offeringSessions.id),
      )
      .limit(SHOWN);
  });
}

export type OpenToUnits = Awaited<ReturnType<typeof listOpenToUnits>>[number];

/** Lists of the chair's unions, the newest first. */
export async function listUnitLists(ctx: Ctx) {
  return read(ctx, async (tx) =>
    tx.db
      .select({
        id: unitLists.id,
        status: unitLists.status,
        title: offerings.title,
        kind: offerings.kind,
        session: offeringSessions.title,
        startsAt: offeringSessions.startsAt,
        union: organisations.shortName,
        counts: unitLists.counts,
        createdAt: unitLists.createdAt,
        submittedAt: unitLists.submittedAt,
      })
      .from(unitLists)
      .innerJoin(offerings, eq(offerings.id, unitLists.offeringId))
      .innerJoin(offeringSessions, eq(offeringSessions.id, unitLists.sessionId))
      .innerJoin(organisations, eq(organisations.id, unitLists.organisationId))
      .where(inScope(unitLists.organisationId, canSubmitUnitList.organisationsOf(tx.actor)))
      .orderBy(desc(unitLists.createdAt), desc(unitLists.id))
      .limit(SHOWN),
  );
}

export type UnitListItem = Awaited<ReturnType<typeof listUnitLists>>[number];

/**
 * The unions whose members this officer may name: those that have members at all.
 * In the order of the tree, at most 500.
 */
export async function listNamingUnions(ctx: Ctx) {
  return read(ctx, async (tx) =>
    tx.db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(
        and(
          inScope(organisations.id, canSubmitUnitList.organisationsOf(tx.actor)),
          sql`${organisations.closedAt} is null`,
          sql`exists (select 1 from memberships m where m.organisation_id = ${organisations.id}
            and m.status <> 'left')`,
        ),
      )
      .orderBy(asc(organisations.sortKey))
      .limit(500),
  );
}
