import 'server-only';
import { and, desc, eq, ilike, lt, type SQL, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import type { OfferingFilter } from '@/features/bookings/schema/desk-filter';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import { type OfferingStatus, offeringPhase } from '@/features/offerings/rules/offering';
import type { Ctx } from '@/lib/ctx';
import { escapeLike } from '@/lib/text';
import { read } from '@/lib/transaction';

const pageSize = 20;

const ofSessions = (what: SQL) => sql`(select ${what} from offering_sessions s
  join session_capacity c on c.session_id = s.id
  where s.offering_id = offerings.id and s.cancelled_at is null)`;

/** `offeringPhase` as a condition, so that filtering and paging agree with what each row shows. */
function inPhase(phase: OfferingStatus): SQL {
  const status = offerings.status;
  const opens = offerings.bookingOpensAt;
  const closes = offerings.bookingClosesAt;
  const over = sql`coalesce(${ofSessions(sql`max(s.ends_at)`)} <= now(), false)`;
  const live = sql`${status} in ('published', 'open', 'closed')`;
  const shut = sql`(${status} = 'closed' or coalesce(${closes} <= now(), false))`;
  const early = sql`(${status} = 'published' and coalesce(${opens} > now(), false))`;
  if (phase === 'draft' || phase === 'cancelled') return sql`${status} = ${phase}`;
  if (phase === 'finished') return sql`(${status} = 'finished' or (${live} and ${over}))`;
  if (phase === 'closed') return sql`(${live} and not ${over} and ${shut})`;
  if (phase === 'published') return sql`(${live} and not ${over} and not ${shut} and ${early})`;
  return sql`(${live} and not ${over} and not ${shut} and not ${early})`;
}

const columns = {
  id: offerings.id,
  kind: offerings.kind,
  status: offerings.status,
  title: offerings.title,
  organiser: organisations.shortName,
  bookingOpensAt: offerings.bookingOpensAt,
  bookingClosesAt: offerings.bookingClosesAt,
  lastEndsAt: ofSessions(sql`max(s.ends_at)`).mapWith(offerings.createdAt),
  firstStartsAt: ofSessions(sql`min(s.starts_at)`).mapWith(offerings.createdAt),
  sessions: sql<number>`${ofSessions(sql`count(*)`)}::int`,
  capacity: sql<number>`${ofSessions(sql`coalesce(sum(c.capacity), 0)`)}::int`,
  taken: sql<number>`${ofSessions(sql`coalesce(sum(c.taken), 0)`)}::int`,
  waiting: sql<number>`${ofSessions(sql`coalesce(sum(c.waiting), 0)`)}::int`,
};

/** What the address asks for, of what this officer manages; where a page begins is not part of it. */
const asked = (tx: Ctx, { kind, phase, q }: OfferingFilter) =>
  and(
    managedOfferings(tx.actor),
    kind && eq(offerings.kind, kind),
    phase && inPhase(phase),
    q ? ilike(offerings.title, `%${escapeLike(q)}%`) : undefined,
  );

/** How many offerings the list holds and their places together, for the dashboard. */
export async function sumDeskOfferings(tx: Ctx, filter: OfferingFilter) {
  const sum = (column: SQL<number>) => sql<number>`coalesce(sum(${column}), 0)::int`;
  const [row] = await tx.db
    .select({
      offerings: sql<number>`count(*)::int`,
      capacity: sum(columns.capacity),
      taken: sum(columns.taken),
      waiting: sum(columns.waiting),
    })
    .from(offerings)
    .where(asked(tx, filter));
  return row ?? { offerings: 0, capacity: 0, taken: 0, waiting: 0 };
}

/**
 * Offerings this officer manages, newest first, twenty a page (keyset by id: ids grow with time).
 * Each row carries the status that is true now and its seats over all sessions.
 */
export async function listDeskOfferings(ctx: Ctx, filter: OfferingFilter) {
  return read(ctx, (tx) => pageOf(tx, filter, pageSize));
}

async function pageOf(tx: Ctx, filter: OfferingFilter, size: number) {
  const found = await tx.db
    .select(columns)
    .from(offerings)
    .innerJoin(organisations, eq(organisations.id, offerings.organisationId))
    .where(and(asked(tx, filter), filter.after ? lt(offerings.id, filter.after) : undefined))
    .orderBy(desc(offerings.id))
    .limit(size + 1);
  const items = found.slice(0, size).map((row) => ({ ...row, phase: offeringPhase(row, tx.now) }));
  return { items, next: found.length > size ? (items.at(-1)?.id ?? null) : null };
}

/** The whole list of `listDeskOfferings` for a file, so many rows at a time. The caller has recorded it. */
export async function* deskOfferingParts(
  ctx: Ctx,
  filter: OfferingFilter,
  size: number,
): AsyncGenerator<DeskOfferingItem[]> {
  let after: string | undefined;
  do {
    const from = { ...filter, after };
    const part = await read(ctx, (tx) => pageOf(tx, from, size));
    if (part.items.length > 0) yield part.items;
    after = part.next ?? undefined;
  } while (after);
}

export type DeskOfferingItem = Awaited<ReturnType<typeof listDeskOfferings>>['items'][number];
