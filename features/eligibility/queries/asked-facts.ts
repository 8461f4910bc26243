import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import {
  activeStatuses,
  holdingStatuses,
  lostStatuses,
  rollStatuses,
} from '@/features/bookings/queries/status-lists';

// Facts that only some notices ask for. Each stands behind the rule that asks, in the `o.rules` of the
// statement around it, so that the rush for an ordinary class pays for none of them.

/** 出勤 of another booking: meetings attended and held, as its roll says. */
export const attendedJson = sql`'attended', case when o.rules ? 'attendanceMin' and b.status in ${rollStatuses}
    and bs.starts_at < now() then (select json_build_object('present', r.present, 'held', r.held)
    from attendance_of(b.id) r) end`;

/** Names of union and town, and an unsettled 转会; `m` is the membership. */
export const statusJson = sql`'unionName', case when o.rules ? 'quotaUnit' then
    (select n.short_name from organisations n where n.id = m.organisation_id) end,
  'townName', case when o.rules ? 'quotaTown' then (select n.short_name from organisation_closure c
    join organisations n on n.id = c.ancestor_id and n.kind = 'town_federation'
    where c.descendant_id = m.organisation_id order by c.depth limit 1) end,
  'transferring', case when o.rules->'transferFirst' = 'true'::jsonb then exists (select 1
    from transfer_requests t where t.person_id = m.person_id and t.status = 'requested') end,`;

/** 期 of this course or kind that have begun, first to last; several classes may share one. */
export const termsJson = sql`case when o.rules ? 'attendanceMin' then (select json_agg(json_build_object(
    'key', t.key, 'startsAt', t.starts_at) order by t.starts_at)
  from (select coalesce(x.term, x.id::text) as key, min(xs.starts_at) as starts_at
    from offerings x join offering_sessions xs on xs.offering_id = x.id and xs.cancelled_at is null
    where x.status not in ('draft', 'cancelled') and case when o.rules->>'attendanceOf' = 'course'
      then coalesce(x.copied_from, x.id) = coalesce(o.copied_from, o.id) else x.kind = o.kind end
    group by 1) t) end`;

/** The newest draw in this line of copies, and whether the attendee got nothing in it. */
export const lastDrawJson = (
  attendee: SQL,
): SQL => sql`case when coalesce(o.rules->>'lastDraw', 'any') <> 'any' then (
  select json_build_object('title', x.title, 'lost', exists (select 1 from bookings b
      where b.offering_id = x.id and b.attendee_id = ${attendee} and b.status in ${lostStatuses})
    and not exists (select 1 from bookings b where b.offering_id = x.id and b.attendee_id = ${attendee}
      and b.status in ${holdingStatuses}))
  from offerings x join draws d on d.offering_id = x.id and d.drawn_at < coalesce(o.booking_closes_at, now())
  where x.id <> o.id and coalesce(x.copied_from, x.id) = coalesce(o.copied_from, o.id)
  order by d.drawn_at desc limit 1) end`;

// 家庭: everybody who is a guardian of the same child, and their children; read past the row policies,
// because a guardian may not see what the other booked, only how many it is.

const familyJson = (person: SQL, attendee: SQL): SQL => sql`case when o.rules ? 'familyLimit' then (
  select json_agg(json_build_object('sessionId', b.session_id, 'own', b.attendee_id = ${attendee}))
  from family_bookings(${person}) b where b.status in ${activeStatuses}
    and (b.offering_id = o.id or (o.term is not null and b.term = o.term and b.kind = o.kind))) end`;

const familyYearJson = (
  person: SQL,
  attendee: SQL,
): SQL => sql`case when o.rules ? 'familyYearLimit' then
  json_build_object('ids', (select json_agg(f) from family_of(${person}) f),
    'places', coalesce((select json_agg(json_build_object('bookingId', b.booking_id,
      'sessionId', b.session_id, 'own', b.attendee_id = ${attendee}, 'year', b.held_in))
      from family_bookings(${person}) b where b.status in ${holdingStatuses}
        and case when o.rules->>'familyYearOf' = 'course' then b.lineage_id = coalesce(o.copied_from, o.id)
          else b.kind = o.kind end), '[]'::json)) end`;

/** The attendee's own place does not stand in its own way, when an offer of it is claimed. */
const ownPlace = (
  attendee: SQL,
): SQL => sql`(select count(*)::int from bookings b where b.session_id = q.id
  and b.attendee_id = ${attendee}
  and b.status in ${holdingStatuses})`;

/** 通知再来: what she said, sealed as it was decided. */
export const returnJson = (
  person: SQL,
): SQL => sql`case when o.rules->'recheckReturns' = 'true'::jsonb then (select json_build_object(
    'id', v.id, 'sealed', v.verdict_sealed) from return_visits v
  where v.offering_id = o.id and v.person_id = ${person}) end`;

/** How many places of each session other people of the attendee's town and union hold. */
const sharesJson = (person: SQL, attendee: SQL, session: string | SQL | null): SQL => sql`case
  when o.rules ? 'quotaTown' or o.rules ? 'quotaUnit' then (
  select json_object_agg(q.id, json_build_object(
    'unit', places_taken_below(q.id, m.organisation_id) - ${ownPlace(attendee)},
    'town', (select places_taken_below(q.id, c.ancestor_id) from organisation_closure c
      join organisations n on n.id = c.ancestor_id and n.kind = 'town_federation'
      where c.descendant_id = m.organisation_id order by c.depth limit 1) - ${ownPlace(attendee)}))
  from memberships m join offering_sessions q on q.offering_id = o.id and q.cancelled_at is null
    and q.starts_at > now() and (${session}::uuid is null or q.id = ${session}::uuid)
  where m.person_id = ${person} and m.status <> 'left') end`;

/** Everything of one attendee that stands behind a rule. */
export const askedJson = (of: { person: SQL; attendee: SQL; session: string | SQL | null }): SQL =>
  sql`'terms', ${termsJson}, 'lastDraw', ${lastDrawJson(of.attendee)},
    'family', ${familyJson(of.person, of.attendee)}, 'familyYear', ${familyYearJson(of.person, of.attendee)}, 'returning', ${returnJson(of.person)}, 'shares', ${sharesJson(of.person, of.attendee, of.session)}`;
