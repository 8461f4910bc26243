import 'server-only';
import { and, asc, count, eq, ilike, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { organisations } from '@/db/schema/organisations';
import { venues } from '@/db/schema/venues';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { escapeLike } from '@/lib/text';
import { read } from '@/lib/transaction';
import type { VenueFilter } from '../schema/venue';
import { managedVenues, usableVenues } from './venue-scope';

const towns = alias(organisations, 'towns');
const PAGE = 20;

const facts = {
  id: venues.id,
  name: venues.name,
  address: venues.address,
  mapUrl: venues.mapUrl,
  capacity: venues.capacity,
  townId: venues.townId,
  town: towns.shortName,
  organisationId: venues.organisationId,
  keeper: organisations.shortName,
  closedAt: venues.closedAt,
  closedReason: venues.closedReason,
  version: venues.version,
};

/** Sessions to come in a place: those that stand and are not over, drafts too. */
const coming = sql<number>`(select count(*)::int from offering_sessions s
  join offerings o on o.id = s.offering_id
  where s.venue_id = ${venues.id} and s.cancelled_at is null and s.ends_at > now()
    and o.status not in ('finished', 'cancelled'))`;

/** `mine`: this officer keeps it; others are there to be used. */
const found = (tx: Ctx) =>
  tx.db
    .select({ ...facts, coming, mine: sql<boolean>`${managedVenues(tx.actor)}` })
    .from(venues)
    .innerJoin(organisations, eq(organisations.id, venues.organisationId))
    .leftJoin(towns, eq(towns.id, venues.townId));

function asked(tx: Ctx, { q, state }: VenueFilter): SQL | undefined {
  const part = q && `%${escapeLike(q)}%`;
  return and(
    usableVenues(tx.actor),
    state === 'closed' ? isNotNull(venues.closedAt) : isNull(venues.closedAt),
    part
      ? or(ilike(venues.name, part), ilike(venues.address, part), ilike(organisations.name, part))
      : undefined,
  );
}

/**
 * A page of the register: what this officer keeps or may use, by town and name, twenty a page; a page
 * beyond the last is the last.
 */
export async function listVenues(ctx: Ctx, filter: VenueFilter) {
  return read(ctx, async (tx) => {
    const where = asked(tx, filter);
    const [counted] = await tx.db
      .select({ n: count() })
      .from(venues)
      .innerJoin(organisations, eq(organisations.id, venues.organisationId))
      .where(where);
    const total = counted?.n ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(filter.page, pages);
    const rows = await found(tx)
      .where(where)
      .orderBy(sql`${towns.areaCode} nulls first`, asc(venues.name), asc(venues.id))
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    return { rows, total, page, pages };
  });
}

export type VenueRow = Awaited<ReturnType<typeof listVenues>>['rows'][number];

/**
 * One place that this officer keeps, closed or not.
 * @returns null when unknown or another's, which must look the same
 */
export async function findManagedVenue(ctx: Ctx, id: string): Promise<VenueRow | null> {
  if (!isUuid(id)) return null;
  return read(ctx, async (tx) => {
    const [row] = await found(tx).where(and(eq(venues.id, id), managedVenues(tx.actor)));
    return row ?? null;
  });
}

/**
 * Open places that this officer may schedule in, for a list to choose from: those of no town first, then
 * town by town, by name.
 * @param already one that is chosen, whoever keeps it
 */
export async function listVenueChoices(ctx: Ctx, already?: string | null) {
  return read(ctx, (tx) =>
    tx.db
      .select({
        id: venues.id,
        name: venues.name,
        town: towns.shortName,
        capacity: venues.capacity,
      })
      .from(venues)
      .leftJoin(towns, eq(towns.id, venues.townId))
      .where(
        and(
          isNull(venues.closedAt),
          or(usableVenues(tx.actor), already ? eq(venues.id, already) : undefined),
        ),
      )
      .orderBy(sql`${towns.areaCode} nulls first`, asc(venues.name), asc(venues.id)),
  );
}

export type VenueChoice = Awaited<ReturnType<typeof listVenueChoices>>[number];
