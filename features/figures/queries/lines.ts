import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { canDecideBookings } from '@/features/bookings/policy';
import { holdingStatuses } from '@/features/bookings/queries/status-lists';
import { isExcusedAbsence } from '@/features/eligibility/queries/figures';
import type { Kind } from '@/features/offerings/schema/offering';
import { inScope } from '@/features/organisations/queries/scope';
import type { Actor } from '@/lib/actor';
import { addDays, startOfDay } from '@/lib/dates';
import { canSeeServiceFigures } from '../policy';
import { type Division, dividesSessions } from '../rules/divisions';

/** What is counted: services whose sessions begin on these days, in the scope of whoever asks. */
export interface CountedServices {
  /** Days `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly kind?: Kind | undefined;
  readonly by: Division;
  /** Ages at which a band begins. */
  readonly bands: readonly number[];
}

const anyOf = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` or `)})`;

/** Services whose bookings the actor may open: kind by kind, where they decide about them. */
const opens = (actor: Actor): SQL =>
  anyOf(
    Object.entries(canDecideBookings).map(
      ([kind, may]) =>
        sql`(o.kind = ${kind} and ${inScope(sql`o.organisation_id`, may.organisationsOf(actor))})`,
    ),
  );

/** Which services `o` count, and which of them open their bookings. */
export interface CountedScope {
  readonly seen: SQL;
  readonly opens: SQL;
}

/** The services whose numbers the actor reads: of the kinds they decide about, and with `canSeeServiceFigures` of all. */
export const readersScope = (actor: Actor): CountedScope => ({
  seen: anyOf([
    inScope(sql`o.organisation_id`, canSeeServiceFigures.organisationsOf(actor)),
    opens(actor),
  ]),
  opens: opens(actor),
});

/** All services that these organisations and those below run, for the system. */
export const wholeScope = (organisationIds: readonly string[]): CountedScope => ({
  seen: inScope(sql`o.organisation_id`, organisationIds),
  opens: sql`true`,
});

const none = sql`'none'`;

function sessionKey(by: Division): SQL {
  if (by === 'month') return sql`to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM')`;
  if (by === 'kind') return sql`o.kind`;
  if (by === 'organiser') return sql`o.organisation_id::text`;
  return dividesSessions(by) ? sql`coalesce(s.town_id, organiser.town_id)::text` : sql`null::text`;
}

function lineKey(by: Division, bands: readonly number[]): SQL {
  if (by === 'union') return sql`b.organisation_id::text`;
  if (by === 'town')
    return sql`(select town_id::text from organisations where id = b.organisation_id)`;
  if (by !== 'age') return sql`s.key`;
  const age = sql`extract(year from age(s.starts_on, p.birth_on))`;
  const ages = `{${bands.join(',')}}`;
  return sql`case when b.child_id is not null then 'child' else (
    select coalesce((select count(*)::text from unnest(${ages}::int[]) t(begins) where begins <= ${age}), 'unknown')
    from people p where p.id = b.attendee_id and p.birth_on is not null) end`;
}

/**
 * The two sets that figures are counted over, as the beginning of a statement: `sessions_in` (kind, starts_on,
 * begun, capacity, opens, key) and `lines`, the bookings that hold a place in them, each with `excused`, `first` and
 * `new_form`. Both are narrow: a year of them is held in memory. Scope stands in the WHERE. Run it as the
 * system: a member's 会籍 may lie with another union.
 */
export function countedSets(
  scope: CountedScope,
  { from, to, kind, by, bands }: CountedServices,
): SQL {
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))].map((at) => at.toISOString());
  return sql`with sessions_in as materialized (
    select s.id as session_id, s.starts_at, o.kind,
      (s.starts_at at time zone 'Asia/Shanghai')::date as starts_on, s.starts_at <= now() as begun,
      c.capacity, ${scope.opens} as opens, coalesce(${sessionKey(by)}, ${none}) as key
    from offering_sessions s
    join offerings o on o.id = s.offering_id
    join organisations organiser on organiser.id = o.organisation_id
    join session_capacity c on c.session_id = s.id
    where s.starts_at >= ${begin}::timestamptz and s.starts_at < ${end}::timestamptz
      and s.cancelled_at is null and o.status not in ('draft', 'cancelled')
      ${kind ? sql`and o.kind = ${kind}` : sql``} and ${scope.seen}),
  placed as materialized (
    select b.id as booking_id, s.session_id, s.starts_at, s.kind, s.begun, s.opens, b.status, b.is_override,
      b.attendee_id, b.person_id, b.child_id,
      coalesce(${lineKey(by, bands)}, ${by === 'age' ? sql`'unknown'` : none}) as key,
      b.status = 'absent' and ${isExcusedAbsence(sql`b.id`)} as excused,
      b.status = 'attended' and exists (select 1 from memberships m where m.person_id = b.person_id
        and m.is_new_form and coalesce(m.moved_in_on, m.joined_on) <= s.starts_on
        and (m.ended_on is null or m.ended_on >= s.starts_on)) as new_form
    from sessions_in s join bookings b on b.session_id = s.session_id
    where b.status in ${holdingStatuses}),
  firsts as materialized (
    select l.booking_id from (
      select distinct on (attendee_id) booking_id, attendee_id, starts_at from placed
      where status = 'attended' order by attendee_id, starts_at, booking_id) l
    where not exists (select 1 from bookings e join offering_sessions es on es.id = e.session_id
      where e.attendee_id = l.attendee_id and e.status = 'attended'
        and (es.starts_at, e.id) < (l.starts_at, l.booking_id))),
  lines as (
    select h.*, f.booking_id is not null as first
    from placed h left join firsts f on f.booking_id = h.booking_id)`;
}
