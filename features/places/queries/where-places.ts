import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type Looked, withReadAudit } from '@/features/bookings/queries/with-read-audit';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import { factsOf } from '@/features/eligibility/queries/facts';
import { factsStatement } from '@/features/eligibility/queries/facts-statement';
import type { Found } from '@/features/eligibility/queries/found';
import {
  ineligibleWordsAtDesk,
  recheckEligibility,
} from '@/features/eligibility/rules/ineligibility';
import { seatsLeft } from '@/features/offerings/rules/offering';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';
import { reservedBy } from '../rules/availability';
import { groupsOf } from '../rules/criteria';
import { type BookingCounts, ledgerOf, type PlacesLedger, releaseWords } from '../rules/ledger';
import type { Places } from '../rules/places';
import { fitsWhole } from '../rules/queue';
import { type SessionSituation, type WaitingFacts, type Why, whyWaiting } from '../rules/why';
import { carveOutCriteria } from '../schema/carve-outs';

/** One session as the statement returns it; dates inside JSON are ISO text. */
type Row = {
  id: string;
  title: string;
  startsAt: string;
  ended: boolean;
  terms: Record<string, unknown>;
  places: Places;
  counts: BookingCounts | null;
  firstOfferEnds: string | null;
  carveOuts:
    | {
        id: string;
        label: string;
        capacity: number;
        taken: number;
        criteria: Record<string, unknown>;
        returnsAt: string | null;
        returnedAt: string | null;
      }[]
    | null;
  waiting:
    | {
        id: string;
        version: number;
        number: string;
        status: Extract<BookingStatus, 'waitlisted' | 'offered'>;
        attendee: string;
        householdId: string | null;
        createdAt: string;
        offeredAt: string | null;
        offerExpiresAt: string | null;
        found: Found | null;
      }[]
    | null;
};

/** Longest list that is explained; who stands further back is simply behind them. */
const MOST = 60;

const facts = factsStatement({
  offeringId: sql`awaiting.offering_id`,
  sessionId: sql`awaiting.session_id`,
  personId: sql`awaiting.person_id`,
  childId: sql`awaiting.child_id`,
  attendeeId: sql`awaiting.attendee_id`,
});

const statement = (offeringId: string, sessionId: string | null): SQL => sql`
  select s.id, s.title, s.starts_at as "startsAt", f.allocation_terms as terms,
    (f.status in ('cancelled', 'finished')) as ended,
    json_build_object('capacity', p.capacity, 'taken', p.taken, 'waiting', p.waiting,
      'queueNext', p.queue_next, 'reserved', p.reserved, 'overridden', p.overridden) as places,
    (select json_object_agg(x.status, x.n) from (select b.status, count(*)::int as n from bookings b
      where b.session_id = s.id and not b.is_override group by b.status) x) as counts,
    (select min(b.offer_expires_at) from bookings b
      where b.session_id = s.id and b.status = 'offered') as "firstOfferEnds",
    (select json_agg(json_build_object('id', k.id, 'label', k.label, 'capacity', k.capacity,
        'taken', k.taken, 'criteria', k.criteria, 'returnsAt', k.returns_at,
        'returnedAt', k.returned_at) order by k.position)
      from carve_outs k where k.session_id = s.id) as "carveOuts",
    (select json_agg(json_build_object('id', awaiting.id, 'version', awaiting.version, 'number', awaiting.number,
        'status', awaiting.status, 'attendee', awaiting.attendee_masked, 'householdId', awaiting.household_id, 'createdAt', awaiting.created_at,
        'offeredAt', awaiting.offered_at, 'offerExpiresAt', awaiting.offer_expires_at, 'found', (${facts}))
        order by awaiting.status, awaiting.offer_expires_at, awaiting.queue_no)
      from (select * from bookings w where w.session_id = s.id
        and w.status in ('offered', 'waitlisted')
        order by w.status, w.offer_expires_at, w.queue_no limit ${MOST}) awaiting) as waiting
  from offering_sessions s
  join session_capacity p on p.session_id = s.id
  join offerings f on f.id = s.offering_id
  where s.offering_id = ${offeringId}::uuid and s.cancelled_at is null
    and (${sessionId}::uuid is null or s.id = ${sessionId}::uuid)
  order by s.starts_at, s.id`;

export interface WaitingLine {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly attendee: string;
  readonly createdAt: Date;
  /** Place in the queue; null for who is being asked. */
  readonly position: number | null;
  readonly why: Why;
  /** A free place that this person might be given by hand. */
  readonly couldHave: boolean;
}

export interface SessionPlaces {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly ledger: PlacesLedger;
  readonly carveOuts: readonly {
    id: string;
    label: string;
    capacity: number;
    taken: number;
    criteria: ReturnType<typeof carveOutCriteria.parse>;
    returnsAt: Date | null;
    returnedAt: Date | null;
  }[];
  readonly lines: readonly WaitingLine[];
}

const date = (iso: string | null) => (iso === null ? null : new Date(iso));

function situationOf(row: Row, carveOuts: SessionPlaces['carveOuts'], now: Date): SessionSituation {
  const { waitlist } = allocationTerms.parse(row.terms);
  return {
    started: new Date(row.startsAt) <= now,
    ended: row.ended,
    paused: waitlist.paused,
    offersOut: row.counts?.offered ?? 0,
    open: seatsLeft(row.places),
    reserved: carveOuts.map((c) => ({
      id: c.id,
      label: c.label,
      free: reservedBy(c),
      returns: releaseWords(c.returnsAt, now),
    })),
  };
}

/** How many wait together 同进同退 for whom there is some place, but not enough of them. */
function tooMany(
  row: Row,
  one: NonNullable<Row['waiting']>[number],
  carveOuts: SessionPlaces['carveOuts'],
  now: Date,
): number {
  if (!one.householdId || allocationTerms.parse(row.terms).siblings !== 'together') return 0;
  const mates = (row.waiting ?? []).filter(
    (w) => w.status === 'waitlisted' && w.householdId === one.householdId,
  );
  const stock = { places: row.places, carveOuts };
  const whole = mates.map(({ id, found }) => ({
    id,
    groups: groupsOf(carveOuts, (found && factsOf(found, now).membership) ?? null),
  }));
  const free = seatsLeft(row.places) + row.places.reserved;
  return mates.length > 1 && free > 0 && !fitsWhole(stock, whole) ? mates.length : 0;
}

function linesOf(row: Row, carveOuts: SessionPlaces['carveOuts'], now: Date): WaitingLine[] {
  const situation = situationOf(row, carveOuts, now);
  let [ahead, position] = [0, 0];
  return (row.waiting ?? []).map((w): WaitingLine => {
    const known = w.found && factsOf(w.found, now);
    // Under the masked name, as everywhere on a list of people.
    const decided =
      known &&
      recheckEligibility({ ...known, attendee: { ...known.attendee, name: w.attendee } }, w.id);
    const ineligible = decided
      ? decided.failed && ineligibleWordsAtDesk(decided.failed)
      : '已不符合条件';
    const groups = groupsOf(carveOuts, known?.membership ?? null);
    const waiting: WaitingFacts = {
      status: w.status,
      offeredAt: date(w.offeredAt),
      offerExpiresAt: date(w.offerExpiresAt),
      ineligible,
      ahead,
      tooMany: tooMany(row, w, carveOuts, now),
      groups,
    };
    const why = whyWaiting(waiting, situation, now);
    if (w.status === 'waitlisted') position += 1;
    if (w.status === 'waitlisted' && !ineligible) ahead += 1;
    const mine = situation.reserved.some((k) => k.free > 0 && groups.includes(k.id));
    return {
      id: w.id,
      version: w.version,
      number: w.number,
      attendee: w.attendee,
      createdAt: new Date(w.createdAt),
      position: w.status === 'waitlisted' ? position : null,
      why,
      couldHave:
        w.status === 'waitlisted' &&
        !ineligible &&
        waiting.tooMany === 0 &&
        (situation.open > 0 || mine),
    };
  });
}

function sessionOf(row: Row, now: Date): SessionPlaces {
  const carveOuts = (row.carveOuts ?? []).map((c) => ({
    ...c,
    criteria: carveOutCriteria.parse(c.criteria),
    returnsAt: date(c.returnsAt),
    returnedAt: date(c.returnedAt),
  }));
  const { places } = row;
  const firstOfferEnds = date(row.firstOfferEnds);
  return {
    id: row.id,
    title: row.title,
    startsAt: new Date(row.startsAt),
    ledger: ledgerOf({ places, counts: row.counts ?? {}, firstOfferEnds, carveOuts }, now),
    carveOuts,
    lines: linesOf(row, carveOuts, now),
  };
}

/**
 * 名额在哪里 and 候补为什么还没轮到 for each session that stands, by one statement and the very rules
 * that pass places on. The caller holds an offering from `getDeskOffering`, so scope is decided; the
 * house reads because a waiting person's union may lie outside the officer's. Names are masked.
 */
export async function explainPlaces(
  ctx: Ctx,
  offering: Looked,
  sessionId: string | null = null,
): Promise<SessionPlaces[]> {
  return withReadAudit(ctx, offering, (tx) =>
    within(tx, asSystem(tx), async (systemTx) => {
      const rows = await systemTx.db.execute<Row>(statement(offering.id, sessionId));
      return rows.map((row) => sessionOf(row, tx.now));
    }),
  );
}
