import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { overStatuses } from '@/features/bookings/queries/status-lists';
import { bookingCancelLimit, noShowBarDays, noShowLimit, noShowWithinDays } from '../settings';
import { askedJson, attendedJson, statusJson } from './asked-facts';

/** An id, or the column that holds it where the facts of many are read at once. */
export type IdOf = string | SQL;

/** Whom a booking is for, as the query needs it. */
export interface Subject {
  readonly offeringId: IdOf;
  readonly sessionId: IdOf | null;
  readonly personId: IdOf;
  readonly childId: IdOf | null;
  /** Needed where `childId` is a column, which may be empty. */
  readonly attendeeId?: IdOf;
}

export const offeringJson = sql`json_build_object(
  'id', o.id, 'kind', o.kind, 'status', o.status, 'title', o.title,
  'organisationId', o.organisation_id, 'visibility', o.visibility,
  'allocation', o.allocation, 'allocationTerms', o.allocation_terms, 'needsApproval', o.needs_approval, 'asksHealthNotes', o.asks_health_notes,
  'opensAt', o.booking_opens_at, 'closesAt', o.booking_closes_at,
  'lastEndsAt', (select max(x.ends_at) from offering_sessions x where x.offering_id = o.id and x.cancelled_at is null),
  'cancelHours', o.cancel_hours, 'term', o.term, 'rules', o.rules, 'rulesVersion', o.rules_version, 'details', o.details,
  'lineageId', coalesce(o.copied_from, o.id),
  'groupNames', (select json_agg(distinct n.name) from occupations n
    where o.rules->'occupations' ? n.code and n.valid_to is null),
  'scopeNames', (select json_agg(n.short_name order by n.sort_key) from organisations n
    where n.id in (select jsonb_array_elements_text(o.rules->'organisationIds')::uuid)
      or (o.visibility = 'subtree' and n.id = o.organisation_id)))`;

/**
 * What a session asks beside its offering, with the names of what it points at; null when nothing.
 * @param rules the column, or conditions that are only proposed
 */
export const ownConditionsJson = (
  rules: SQL,
): SQL => sql`case when ${rules} <> '{}'::jsonb then json_build_object('rules', ${rules},
  'trades', (select json_agg(json_build_object('code', n.code, 'name', n.name)) from occupations n
    where ${rules}->'occupations' ? n.code and n.valid_to is null),
  'towns', (select json_agg(json_build_object('id', n.id, 'name', n.short_name) order by n.sort_key)
    from organisations n where n.id in (select jsonb_array_elements_text(${rules}->'organisationIds')::uuid))) end`;

const sessionJson = sql`(select json_build_object('id', s.id, 'own', ${ownConditionsJson(sql`s.rules`)}, 'rulesVersion', s.rules_version, 'title', s.title, 'startsAt', s.starts_at,
  'endsAt', s.ends_at, 'place', s.place, 'details', s.details, 'cancelledAt', s.cancelled_at)`;

/** What else this attendee has; a class of two years ago may still bar a repeat. */
export const othersOf = (attendee: SQL): SQL => sql`(select json_agg(json_build_object(
    'bookingId', b.id, 'sessionId', b.session_id, 'offeringId', bo.id, 'lineageId', coalesce(bo.copied_from, bo.id),
    'kind', b.kind, 'term', b.term, 'status', b.status, 'title', bo.title,
    'startsAt', bs.starts_at, 'endsAt', bs.ends_at, 'details', bs.details,
    'excused', coalesce(x.status in ('accepted', 'excused'), false), 'appealed', x.booking_id is not null,
    ${attendedJson}) order by b.created_at desc)
  from bookings b
  left join absence_excuses x on x.booking_id = b.id
  join offering_sessions bs on bs.id = b.session_id
  join offerings bo on bo.id = b.offering_id
  where b.attendee_id = ${attendee} and b.status not in ${overStatuses})`;

/** Who a person is, for the statement of one and of many. */
export const personJson = (person: SQL): SQL => sql`(select json_build_object('name', p.name,
    'birthOn', p.birth_on, 'sex', p.sex, 'grams', p.name_grams, 'pinyin', p.pinyin,
    'phoneTail', a.phone_tail, 'accountId', a.id)
  from people p join accounts a on a.id = p.account_id where p.id = ${person})`;

/** The 会籍 of a person with every union above it, for the statement of one and of many. */
export const membershipJson = (
  person: SQL,
): SQL => sql`(select json_build_object('status', m.status,
    'joinedOn', m.joined_on, 'occupationCode', m.occupation_code, 'isNewForm', m.is_new_form,
    'unionId', m.organisation_id, ${statusJson} 'path', (select json_agg(c.ancestor_id order by c.depth)
      from organisation_closure c where c.descendant_id = m.organisation_id))
  from memberships m where m.person_id = ${person} and m.status <> 'left')`;

/** What was set of the 爽约 numbers; what was not is as declared. */
export const noShowJson = sql`(select coalesce(json_object_agg(x.key, x.value), '{}'::json) from settings x
  where x.key in (${noShowLimit.key}, ${noShowWithinDays.key}, ${noShowBarDays.key}))`;

/** What the attendee took back of this offering within a day, not what the organiser called off. */
const cancelledOf = (attendeeId: IdOf): SQL => sql`(select json_agg(b.cancelled_at)
  from bookings b join offering_sessions cs on cs.id = b.session_id
  where b.attendee_id = ${attendeeId}::uuid and b.offering_id = o.id and b.status = 'cancelled' and not b.may_leave
    and cs.cancelled_at is null and b.cancelled_at > now() - interval '24 hours')`;

const cancelLimitJson = sql`(select x.value from settings x where x.key = ${bookingCancelLimit.key})`;

/** Only a confirmed guardian's child is found, whatever id the form carried. */
const childJson = (childId: IdOf, personId: IdOf): SQL => sql`(select json_build_object(
    'id', k.id, 'nameSealed', k.name_sealed, 'nameMasked', k.name_masked,
    'birthSealed', k.birth_sealed, 'sex', k.sex, 'entryYear', k.school_entry_year)
  from children k where k.id = ${childId}::uuid and k.removed_at is null and exists (
    select 1 from guardians g where g.child_id = k.id and g.person_id = ${personId}::uuid
      and g.status = 'confirmed'))`;

/** One statement, one JSON document: `gatherFacts` turns it into facts. */
export function factsStatement(subject: Subject): SQL {
  const { offeringId, sessionId, personId, childId } = subject;
  const attendeeId = subject.attendeeId ?? childId ?? personId;
  const person = sql`${personId}::uuid`;
  const attendee = sql`${attendeeId}::uuid`;
  return sql`select json_build_object(
    'offering', ${offeringJson},
    'session', ${sessionJson} from offering_sessions s
      where s.offering_id = o.id and s.id = ${sessionId}::uuid),
    'person', ${personJson(person)},
    'membership', ${membershipJson(person)},
    'child', ${childId === null ? sql`null::json` : childJson(childId, personId)},
    'noShow', ${noShowJson},
    'cancelled', ${cancelledOf(attendeeId)},
    'cancelLimit', ${cancelLimitJson},
    'others', ${othersOf(attendee)},
    ${askedJson({ person, attendee, session: sessionId })}) as found
    from offerings o where o.id = ${offeringId}::uuid and o.status <> 'draft'`;
}
