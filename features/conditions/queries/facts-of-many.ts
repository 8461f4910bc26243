import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { childBirth } from '@/db/schema/family';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import { lastDrawJson, returnJson, termsJson } from '@/features/eligibility/queries/asked-facts';
import { factsOf } from '@/features/eligibility/queries/facts';
import {
  membershipJson,
  noShowJson,
  offeringJson,
  othersOf,
  ownConditionsJson,
  personJson,
} from '@/features/eligibility/queries/facts-statement';
import type { Found } from '@/features/eligibility/queries/found';
import { addSegmentFact } from '@/features/eligibility/queries/segment-fact';
import type { Facts } from '@/features/eligibility/rules/facts';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { Candidate } from '../rules/preview';

/** One booking with every fact its rules ask about. */
export interface BookingFacts extends Candidate {
  readonly status: BookingStatus;
}

interface Row extends Record<string, unknown> {
  id: string;
  attendee_id: string;
  person_id: string;
  number: string;
  status: BookingStatus;
  masked: string;
  made_at: string;
  union_id: string;
  town_id: string | null;
  session: NonNullable<Found['session']>;
  person: Found['person'];
  membership: Found['membership'];
  child: { id: string; birthSealed: string; sex: 'male' | 'female'; entryYear: number } | null;
  others: Found['others'];
  last_draw: Facts['lastDraw'];
  returning: Found['returning'];
}

/** How many bookings one statement takes: enough for a town, little enough to keep in memory. */
const PAGE = 2_000;

const attendee = sql`sb.attendee_id`;
const person = sql`sb.person_id`;

/** The offering as the fragments know it, but judged by rules that may not be stored yet. */
const offeringOf = (offeringId: string, rules: unknown): SQL => sql`(select r.* from offerings x,
    jsonb_populate_record(x, jsonb_build_object('rules', ${JSON.stringify(rules)}::jsonb)) r
  where x.id = ${offeringId}::uuid) o`;

const townOf = sql`(select c.ancestor_id from organisation_closure c
  join organisations n on n.id = c.ancestor_id and n.kind = 'town_federation'
  where c.descendant_id = sb.organisation_id order by c.depth limit 1)`;

/** One session judged by conditions of its own that may not be stored yet. */
export interface ProposedSession {
  readonly id: string;
  readonly rules: Record<string, unknown>;
}

function pageOf(
  offeringId: string,
  rules: unknown,
  after: Row | undefined,
  proposed: ProposedSession | undefined,
): SQL {
  const own = proposed ? sql`${JSON.stringify(proposed.rules)}::jsonb` : sql`ss.rules`;
  const there = proposed ? sql`and ss.id = ${proposed.id}::uuid` : sql``;
  const from = after
    ? sql`and (sb.created_at, sb.id) > (${after.made_at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  return sql`select sb.id, sb.attendee_id, sb.person_id, sb.number, sb.status, sb.attendee_masked as masked,
      to_json(sb.created_at)#>>'{}' as made_at, sb.organisation_id as union_id, ${townOf} as town_id,
      json_build_object('id', ss.id, 'title', ss.title, 'startsAt', ss.starts_at, 'endsAt', ss.ends_at,
        'place', ss.place, 'details', ss.details, 'cancelledAt', ss.cancelled_at,
        'own', ${ownConditionsJson(own)}, 'rulesVersion', ss.rules_version) as session,
      ${personJson(person)} as person, ${membershipJson(person)} as membership,
      (select json_build_object('id', k.id, 'birthSealed', k.birth_sealed, 'sex', k.sex,
        'entryYear', k.school_entry_year) from children k where k.id = sb.child_id) as child,
      ${othersOf(attendee)} as others, ${lastDrawJson(attendee)} as last_draw, ${returnJson(person)} as returning
    from ${offeringOf(offeringId, rules)}
    join bookings sb on sb.offering_id = o.id and sb.status not in ('cancelled', 'refused')
    join offering_sessions ss on ss.id = sb.session_id
    where true ${there} ${from}
    order by sb.created_at, sb.id limit ${PAGE}`;
}

/** Name and document of a child stay closed: of a child only its birth date is opened, for the age. */
function attendeeOf({ child, person: p, masked }: Row): Facts['attendee'] {
  if (!child) {
    const { birthOn = null, sex = null } = p ?? {};
    return { isChild: false, name: masked, birthOn, sex, schoolEntryYear: null };
  }
  return {
    isChild: true,
    name: masked,
    birthOn: openField(child.birthSealed, childBirth(child.id)),
    sex: child.sex,
    schoolEntryYear: child.entryYear,
  };
}

type Head = Pick<Found, 'offering' | 'noShow' | 'terms'>;

/** As the statement of one returns it; what belongs to the moment of applying is left out. */
function foundOf({ found }: { found: Head }, row: Row): Found {
  const { session, person: p, membership, others, returning, last_draw: lastDraw } = row;
  const apart = { family: null, familyYear: null, shares: null };
  const alone = { child: null, cancelled: null, cancelLimit: null, ...apart };
  return { ...found, session, person: p, membership, others, lastDraw, returning, ...alone };
}

/**
 * The facts of everyone who booked an offering, but for those who took it back: one statement a page
 * of two thousand, for the same pure rules that judge one person.
 * @param rules by which they are to be judged, stored or only proposed
 * @param proposed one session alone, by conditions of its own that are only proposed
 * @open as the system: callers have authorised, and pass on numbers and masked names only
 */
export async function gatherFactsOfMany(
  systemTx: Ctx,
  offeringId: string,
  rules: unknown,
  proposed?: ProposedSession,
): Promise<BookingFacts[]> {
  const [head] = await systemTx.db.execute<{
    found: Head;
  }>(sql`select json_build_object('offering', ${offeringJson}, 'noShow', ${noShowJson},
    'terms', ${termsJson}) as found from ${offeringOf(offeringId, rules)}`);
  if (!head) return [];
  const all: BookingFacts[] = [];
  let page: Row[] = [];
  do {
    page = [...(await systemTx.db.execute<Row>(pageOf(offeringId, rules, page.at(-1), proposed)))];
    const whole = page.map((row) => ({ row, personId: row.person_id, found: foundOf(head, row) }));
    await addSegmentFact(systemTx, whole);
    for (const { row, found } of whole) {
      all.push({
        bookingId: row.id,
        attendeeId: row.attendee_id,
        number: row.number,
        status: row.status,
        masked: row.masked,
        madeAt: new Date(row.made_at),
        unionId: row.union_id,
        townId: row.town_id,
        facts: { ...factsOf(found, systemTx.now), attendee: attendeeOf(row) },
      });
    }
  } while (page.length === PAGE);
  return all;
}
