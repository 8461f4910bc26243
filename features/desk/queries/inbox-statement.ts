import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { offeringKinds } from '@/db/schema/enums';
import { canDecideBookings } from '@/features/bookings/policy';
import { canReviewApplication } from '@/features/members/policy';
import { type Actor, accountOf } from '@/lib/actor';
import { addDays, startOfDay } from '@/lib/dates';
import { decidedWithin, type InboxFilter, type Matter, type View, viewOf } from '../schema/inbox';
import { searchCondition } from './search-condition';

const statuses: Record<View, { application: string[]; booking: string[] }> = {
  waiting: { application: ['submitted', 'in_review'], booking: ['pending'] },
  sent_back: { application: ['sent_back'], booking: ['sent_back'] },
  done: { application: ['approved', 'rejected'], booking: ['booked', 'refused'] },
  all: {
    application: ['submitted', 'in_review', 'sent_back', 'approved', 'rejected', 'withdrawn'],
    booking: ['pending', 'sent_back', 'booked', 'refused', 'cancelled', 'attended', 'absent'],
  },
};

const array = (values: readonly string[]): string => `{${values.join(',')}}`;

/** Organisations at and below which the right is held: where a desk may be. */
export const desksOf = (granted: readonly string[]): SQL => sql`
  select distinct descendant_id as id from organisation_closure
  where ancestor_id = any (${array(granted)}::uuid[])`;

/** What waits goes by its last day, what is done by when, what was searched by age. */
const orders: Record<View, { key: SQL; before: (c: Cursor) => SQL; by: SQL }> = {
  waiting: soonest(),
  sent_back: soonest(),
  done: {
    key: sql`to_char(a.decided_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
    before: (c) => sql`and (a.decided_at, a.id) < (${`${c.key}Z`}::timestamptz, ${c.id}::uuid)`,
    by: sql`a.decided_at desc, a.id desc`,
  },
  all: {
    key: sql`''`,
    before: (c) => sql`and a.id < ${c.id}::uuid`,
    by: sql`a.id desc`,
  },
};

function soonest() {
  return {
    key: sql`a.due_on::text`,
    before: (c: Cursor) => sql`and (a.due_on, a.id) > (${c.key}::date, ${c.id}::uuid)`,
    by: sql`a.due_on, a.id`,
  };
}

export interface Cursor {
  readonly key: string;
  readonly id: string;
}

interface Asked {
  readonly filter: InboxFilter;
  readonly view: View;
  readonly me: string | null;
  readonly cursor: Cursor | null;
  readonly today: string;
  readonly limit: number;
}

/** Decided on one of these days, `YYYY-MM-DD`, both included. */
export const decidedBetween = ({ from, to }: { from: string; to: string }): SQL =>
  sql`a.decided_at >= ${startOfDay(from).toISOString()}::timestamptz
    and a.decided_at < ${startOfDay(addDays(to, 1)).toISOString()}::timestamptz`;

/** Conditions both sorts of case share. */
function narrowed(asked: Asked, town: SQL, search: SQL | null): SQL {
  const { filter, view, cursor, today, me } = asked;
  const within = decidedWithin(filter);
  const taken = sql`and exists (select 1 from case_assignments x
    where x.case_id = a.id and x.officer_id = ${me}::uuid)`;
  return sql`${filter.mine ? taken : sql``}
    ${filter.overdue ? sql`and a.due_on < ${today}::date` : sql``}
    ${within ? sql`and ${decidedBetween(within)}` : sql``}
    ${filter.town ? sql`and ${town} = ${filter.town}::uuid` : sql``}
    ${search ? sql`and ${search}` : sql``}
    ${cursor ? orders[view].before(cursor) : sql``}`;
}

/**
 * One index range per desk and status, each cut to a page, then merged: the time does not depend on
 * how many cases there are. A search starts from its hits instead, and asks of each whose desk it is.
 */
function picked(parts: {
  entity: 'application' | 'booking';
  table: SQL;
  desk: SQL;
  granted: readonly string[];
  more: SQL;
  asked: Asked;
  searching: boolean;
  statuses: readonly string[];
}): SQL {
  const { table, desk, granted, more, asked } = parts;
  const { by } = orders[asked.view];
  const within = array(parts.statuses);
  if (parts.searching) {
    return sql`(select a.* from ${table} a where a.status = any (${within}::text[])
      and exists (select 1 from organisation_closure s where s.descendant_id = ${desk}
        and s.ancestor_id = any (${array(granted)}::uuid[])) ${more} order by ${by} limit ${asked.limit})`;
  }
  if (asked.view === 'done' && parts.entity === 'application') {
    // Spelt out, so that the partial index on decided applications fits.
    return sql`(select a.* from (${desksOf(granted)}) d cross join lateral (select a.* from ${table} a
      where ${desk} = d.id and a.status in ('approved', 'rejected') ${more}
      order by ${by} limit ${asked.limit}) a order by ${by} limit ${asked.limit})`;
  }
  return sql`(select a.* from (${desksOf(granted)}) d cross join unnest(${within}::text[]) s(status)
    cross join lateral (select a.* from ${table} a where ${desk} = d.id and a.status = s.status
      ${more} order by ${by} limit ${asked.limit}) a order by ${by} limit ${asked.limit})`;
}

/** Who has taken a case on, by name. */
const takenBy = sql`(select u.display_name from case_assignments x join accounts u on u.id = x.officer_id
  where x.case_id = a.id)`;

interface Part {
  readonly rows: SQL;
  readonly byDocument: boolean;
}

function applicationsPart(actor: Actor, asked: Asked): Part | null {
  const granted = canReviewApplication.organisationsOf(actor);
  if (granted.length === 0) return null;
  const search = searchCondition('application', asked.filter.q, asked.today);
  const rows = picked({
    entity: 'application',
    table: sql`membership_applications`,
    desk: sql`a.desk_id`,
    granted,
    more: narrowed(asked, sql`a.town_id`, search?.where ?? null),
    asked,
    searching: search !== null,
    statuses: statuses[asked.view].application,
  });
  return {
    byDocument: search?.byDocument === true,
    rows: sql`select a.id, 'membership' as kind, a.name as title, a.number, a.status, a.version,
        coalesce(w.name, '') as about, coalesce(t.short_name, o.short_name) as place,
        a.due_on::text, a.submitted_at as came_at, a.escalated_at is not null as escalated, ${takenBy} as taken,
        a.status = 'submitted' or (a.status = 'in_review' and a.opened_at is null) as unread,
        ${orders[asked.view].key} as key
      from ${rows} a
      left join occupations w on w.code = a.occupation_code and w.version = a.occupation_version
      left join organisations t on t.id = a.town_id
      left join organisations o on o.id = a.organisation_id`,
  };
}

function bookingsPart(
  actor: Actor,
  asked: Asked,
  kind: Exclude<Matter, 'membership'>,
): Part | null {
  const granted = canDecideBookings[kind].organisationsOf(actor);
  if (granted.length === 0) return null;
  const search = searchCondition('booking', asked.filter.q, asked.today);
  const decided = asked.view === 'done' ? sql`and a.decided_by is not null` : sql``;
  const rows = picked({
    entity: 'booking',
    table: sql`bookings`,
    desk: sql`a.organiser_id`,
    granted,
    more: sql`and a.kind = ${kind} ${decided} ${narrowed(asked, sql`(select town_id from offering_sessions z where z.id = a.session_id)`, search?.where ?? null)}`,
    asked,
    searching: search !== null,
    statuses: statuses[asked.view].booking,
  });
  return {
    byDocument: search?.byDocument === true,
    rows: sql`select a.id, a.kind, a.attendee_masked as title, a.number, a.status, a.version,
      f.title as about, o.short_name as place, a.due_on::text, a.created_at as came_at,
      false as escalated, ${takenBy} as taken, a.status = 'pending' as unread, ${orders[asked.view].key} as key
    from ${rows} a
    join offerings f on f.id = a.offering_id
    join organisations o on o.id = a.organiser_id`,
  };
}

const merged: Record<View, SQL> = {
  waiting: sql`key, id`,
  sent_back: sql`key, id`,
  done: sql`key desc, id desc`,
  all: sql`id desc`,
};

/** The one statement behind a page of the inbox; null when the officer decides nothing at all. */
export function inboxStatement(
  actor: Actor,
  asked: Omit<Asked, 'view' | 'me'>,
): { statement: SQL; byDocument: boolean } | null {
  const view = viewOf(asked.filter);
  const whole = { ...asked, view, me: accountOf(actor) };
  const wanted = (kind: Matter) => !asked.filter.kind || asked.filter.kind === kind;
  const applications = wanted('membership') ? applicationsPart(actor, whole) : null;
  const bookings = offeringKinds.filter(wanted).map((kind) => bookingsPart(actor, whole, kind));
  const parts = [applications, ...bookings].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const union = sql.join(
    parts.map((part) => sql`(${part.rows})`),
    sql` union all `,
  );
  return {
    byDocument: parts.some((part) => part.byDocument),
    statement: sql`select * from (${union}) x order by ${merged[view]} limit ${asked.limit}`,
  };
}
