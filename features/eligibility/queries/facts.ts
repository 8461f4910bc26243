import 'server-only';
import { sql } from 'drizzle-orm';
import { childBirth, childName } from '@/db/schema/family';
import { returnVerdict } from '@/db/schema/screening';
import { timedOf } from '@/features/offerings/rules/meetings';
import { offeringPhase } from '@/features/offerings/rules/offering';
import { offeringRules } from '@/features/offerings/schema/offering';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { Attendee, Facts, ReturnStatus } from '../rules/facts';
import { noShowTermsOf } from '../rules/no-show-record';
import { ownConditions } from '../rules/own-conditions';
import { returnVerdictOf } from '../rules/return-visit';
import { bookingCancelLimit } from '../settings';
import { factsStatement, type Subject } from './facts-statement';
import type { Found } from './found';
import { noShowDefaults } from './no-shows';
import { addSegmentFact } from './segment-fact';

export interface GatheredFacts {
  readonly facts: Facts;
  readonly found: Found;
}

const stored = (s: { startsAt: string; endsAt: string; details: unknown }) => ({
  startsAt: new Date(s.startsAt),
  endsAt: new Date(s.endsAt),
  details: s.details,
});

const date = (iso: string | null) => (iso === null ? null : new Date(iso));

function attendeeOf({ person, child }: Found): Attendee {
  if (child) {
    return {
      isChild: true,
      childId: child.id,
      name: openField(child.nameSealed, childName(child.id)),
      birthOn: openField(child.birthSealed, childBirth(child.id)),
      sex: child.sex,
      schoolEntryYear: child.entryYear,
    };
  }
  return {
    isChild: false,
    name: person?.name ?? '本人',
    birthOn: person?.birthOn ?? null,
    sex: person?.sex ?? null,
    schoolEntryYear: null,
  };
}

/** How a return visit stands; its verdict is opened here and nowhere written in plain. */
export function returnStatus({ id, sealed }: NonNullable<Found['returning']>): ReturnStatus {
  return sealed ? returnVerdictOf(openField(sealed, returnVerdict(id))).to : 'waiting';
}

/** What the rules read, of what the statement returned. */
export function factsOf(found: Found, now: Date): Facts {
  const { offering: o, session: s, membership: m } = found;
  const times = {
    status: o.status,
    bookingOpensAt: date(o.opensAt),
    bookingClosesAt: date(o.closesAt),
    lastEndsAt: date(o.lastEndsAt),
  };
  const rules = offeringRules.parse(o.rules);
  return {
    now,
    offering: {
      id: o.id,
      kind: o.kind,
      lineageId: o.lineageId,
      term: o.term,
      allocation: o.allocation,
      rules,
      noShow: noShowTermsOf(rules, noShowDefaults(found.noShow)),
      cancelLimit: found.cancelLimit ?? bookingCancelLimit.fallback,
      phase: offeringPhase(times, now),
      bookingOpensAt: times.bookingOpensAt,
      bookingClosesAt: times.bookingClosesAt,
      visibleBelow: o.visibility === 'subtree' ? o.organisationId : null,
      groupNames: o.groupNames ?? [],
      scopeNames: o.scopeNames ?? [],
    },
    session: s && {
      id: s.id,
      cancelled: s.cancelledAt !== null,
      own: ownConditions(s.own),
      ...timedOf(stored(s)),
    },
    attendee: attendeeOf(found),
    membership: m && { ...m, unionPath: m.path },
    cancellations: (found.cancelled ?? []).map((at) => new Date(at)),
    others: (found.others ?? []).map(({ attended, ...b }) => ({
      ...b,
      present: attended?.present,
      held: attended?.held,
      ...timedOf(stored(b)),
    })),
    terms: found.terms?.map((t) => ({ key: t.key, startsAt: new Date(t.startsAt) })),
    lastDraw: found.lastDraw,
    family: found.family,
    familyYear: found.familyYear,
    shares: found.shares,
    inSegment: found.inSegment,
    recheck: found.returning && returnStatus(found.returning),
  };
}

/**
 * Every fact that the eligibility rules ask about one attendee and one offering, by one statement.
 * Inside a booking it runs after the capacity row is locked, so it sees what the last one committed.
 * @returns null when the offering does not exist, or the child is not this person's
 */
export async function gatherFacts(
  tx: Ctx,
  subject: Subject & { readonly personId: string },
): Promise<GatheredFacts | null> {
  const [row] = await tx.db.execute<{ found: Found }>(factsStatement(subject));
  if (!row?.found) return null;
  const { found } = row;
  if (subject.childId && !found.child) return null;
  if (subject.sessionId && !found.session) return null;
  await addSegmentFact(tx, [{ personId: String(subject.personId), found }]);
  return { found, facts: factsOf(found, tx.now) };
}

/** The next number of the sequence; gaps are fine, a lock would not be. */
export async function nextBookingNumber(tx: Ctx): Promise<number> {
  const [row] = await tx.db.execute<{ n: string }>(
    sql`select nextval('booking_numbers')::text as n`,
  );
  return Number(row?.n);
}
