import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { isForPerson } from '@/features/offerings/queries/visible-offering';
import { escapeLike } from '@/lib/text';
import type { CatalogueFilter, When } from '../schema/catalogue';

/** How many services a page of the catalogue adds. */
export const PAGE_SIZE = 12;

const spans: Record<When, SQL> = {
  week: sql`a."firstStartsAt" < now() + interval '7 days'`,
  month: sql`a."firstStartsAt" < now() + interval '30 days'`,
  later: sql`a."lastEndsAt" >= now() + interval '30 days'`,
};

/** Sessions that lie ahead, summed up for the card. */
const summary = sql`select min(s.starts_at) as "firstStartsAt", max(s.ends_at) as "lastEndsAt",
    (array_agg(s.ends_at order by s.starts_at, s.id))[1] as "firstEndsAt",
    (array_agg(s.details order by s.starts_at, s.id))[1] as "firstDetails",
    count(*)::int as sessions, array_agg(distinct s.place) as places,
    array_agg(distinct s.town_id) as towns, sum(c.capacity)::int as capacity,
    sum(c.taken)::int as taken, sum(c.waiting)::int as waiting,
    sum(c.queue_next - 1)::int as entered,
    (count(*) filter (where c.taken < c.capacity and c.waiting = 0))::int as "freeSessions"
  from offering_sessions s join session_capacity c on c.session_id = s.id
  where s.offering_id = o.id and s.cancelled_at is null and s.ends_at > now()`;

/** The same decision as rules/offering.ts offeringPhase, for sorting and for 可预约. */
const isOpen = sql`(o.status in ('published', 'open')
  and (o.booking_closes_at is null or o.booking_closes_at > now())
  and (o.status = 'open' or o.booking_opens_at is null or o.booking_opens_at <= now()))`;
const comesSoon = sql`(o.status = 'published' and o.booking_opens_at > now())`;

function conditions(filter: CatalogueFilter, personId: string | null): SQL[] {
  const all = [sql`o.status in ('published', 'open', 'closed')`, isForPerson(personId)];
  if (filter.q) {
    const like = `%${escapeLike(filter.q)}%`;
    all.push(sql`(o.title ilike ${like} or o.summary ilike ${like}
      or array_to_string(a.places, ' ') ilike ${like})`);
  }
  if (filter.open) all.push(isOpen);
  if (filter.kind) all.push(sql`o.kind = ${filter.kind}`);
  if (filter.when) all.push(spans[filter.when]);
  if (filter.town) all.push(sql`${filter.town}::uuid = any (a.towns)`);
  if (filter.free) all.push(sql`coalesce((o.details->>'feeFen')::int, 0) = 0`);
  return all;
}

const mineOf = (accountId: string): SQL => sql`(select b.status from bookings b
  where b.offering_id = o.id and b.account_id = ${accountId}::uuid
    and b.status in ('offered', 'booked', 'sent_back', 'pending', 'entered', 'waitlisted')
  order by array_position(array['offered', 'booked', 'sent_back', 'pending', 'entered', 'waitlisted'], b.status) limit 1)`;

/** One statement, one JSON document: what is open or opens soon by its day, then what is closed. */
export function catalogueStatement(
  filter: CatalogueFilter,
  viewer: { accountId: string; personId: string | null } | null,
  limit: number,
): SQL {
  const where = sql.join(conditions(filter, viewer?.personId ?? null), sql` and `);
  return sql`with listed as (
      select o.id, o.kind, o.title, o.status, o.booking_opens_at as "bookingOpensAt",
        o.booking_closes_at as "bookingClosesAt", (o.rules->>'waitlistMax')::int as "waitlistMax",
        a."firstStartsAt", a."firstEndsAt", a."firstDetails", a."lastEndsAt", a.sessions,
        a.places, a.capacity, a.taken, a.waiting, a."freeSessions", o.allocation, a.entered,
        case when ${isOpen} or ${comesSoon} then 0 else 1 end as rank
      from offerings o join lateral (${summary}) a on a.sessions > 0
      where ${where}),
    paged as (select * from listed order by rank, "firstStartsAt", id limit ${limit})
    select (select count(*)::int from listed) as total, now()::text as now,
      (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'title', o.title,
        'status', o.status, 'bookingOpensAt', o."bookingOpensAt", 'bookingClosesAt', o."bookingClosesAt",
        'waitlistMax', o."waitlistMax", 'firstStartsAt', o."firstStartsAt", 'firstEndsAt', o."firstEndsAt",
        'firstDetails', o."firstDetails", 'lastEndsAt', o."lastEndsAt", 'sessions', o.sessions,
        'places', o.places, 'capacity', o.capacity, 'taken', o.taken, 'waiting', o.waiting,
        'freeSessions', o."freeSessions", 'allocation', o.allocation, 'entered', o.entered,
        'mine', ${viewer ? mineOf(viewer.accountId) : sql`null`})
        order by o.rank, o."firstStartsAt", o.id), '[]') from paged o) as cards`;
}
