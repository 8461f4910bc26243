import { decideEligibility } from '@/features/eligibility/rules/decide';
import type { Check, Facts, RuleName } from '@/features/eligibility/rules/facts';
import { ruleLabels } from './rule-labels';

/** A booking of last time, with its facts. */
export interface Candidate {
  readonly bookingId: string;
  readonly attendeeId: string;
  readonly number: string;
  readonly masked: string;
  readonly madeAt: Date;
  readonly unionId: string;
  readonly townId: string | null;
  readonly facts: Facts;
}

export interface Unfit {
  readonly number: string;
  readonly masked: string;
  readonly failed: readonly Check[];
}

export interface Preview {
  readonly people: number;
  readonly unfit: readonly Unfit[];
  /** How many fail each rule; one person may fail several. */
  readonly byRule: readonly {
    readonly rule: RuleName;
    readonly label: string;
    readonly n: number;
  }[];
}

// What belongs to the moment of applying and not to the person: the hour, a second booking, a cancellation.
const moment: readonly RuleName[] = [
  'window',
  'duplicate',
  'overlap',
  'cycling',
  'channel',
  'family',
];

/** As things stood when the booking was made: what came later cannot have counted. */
function asThen({ facts, madeAt, bookingId }: Candidate): Facts {
  const until = facts.session?.startsAt ?? madeAt;
  const others = facts.others.filter((b) => b.bookingId !== bookingId && b.startsAt < until);
  return { ...facts, now: madeAt, others };
}

type SharesTaken = Map<string, number>;
const add = (taken: SharesTaken, key: string) => taken.set(key, (taken.get(key) ?? 0) + 1);

/** Quotas in the order of arrival, each session for itself. */
function withShares(facts: Facts, of: Candidate, taken: SharesTaken): Facts {
  const id = facts.session?.id ?? '';
  const unit = taken.get(`${id} ${of.unionId}`) ?? 0;
  const town = of.townId === null ? null : (taken.get(`${id} ${of.townId}`) ?? 0);
  return { ...facts, shares: { [id]: { town, unit } } };
}

const unfitOf = ({ number, masked }: Candidate, checks: readonly Check[]): Unfit => ({
  number,
  masked,
  failed: checks.filter((check) => check.outcome === 'fail'),
});

const inOrder = (a: Candidate, b: Candidate) =>
  a.madeAt.getTime() - b.madeAt.getTime() || (a.bookingId < b.bookingId ? -1 : 1);

function tally(people: number, unfit: readonly Unfit[]): Preview {
  const counts = new Map<RuleName, number>();
  for (const { failed } of unfit) {
    for (const { rule } of failed) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const byRule = [...counts]
    .map(([rule, n]) => ({ rule, label: ruleLabels[rule].label, n }))
    .sort((a, b) => b.n - a.n);
  return { people, unfit, byRule };
}

/**
 * 「按此规则，去年 320 人中 41 人不符合」: last time once more, person by person in the order in which
 * they came, as if these rules had been in force. Each attendee counts once. Union and occupation are
 * today's, since only these are on the books. Source: domain.md §3.4.
 */
export function replay(candidates: readonly Candidate[]): Preview {
  const seen = new Set<string>();
  const taken: SharesTaken = new Map();
  const unfit: Unfit[] = [];
  for (const one of [...candidates].sort(inOrder)) {
    if (seen.has(one.attendeeId)) continue;
    seen.add(one.attendeeId);
    const facts = withShares(asThen(one), one, taken);
    const { checks, eligible } = decideEligibility(facts, moment);
    if (eligible) {
      const session = facts.session?.id ?? '';
      add(taken, `${session} ${one.unionId}`);
      if (one.townId !== null) add(taken, `${session} ${one.townId}`);
    } else {
      unfit.push(unfitOf(one, checks));
    }
  }
  return tally(seen.size, unfit);
}

/**
 * Who of those with a place, or of those who wait, no longer fits now. Quotas are not asked: who has a
 * place has it, and who waits is counted when it is their turn.
 */
export function previewOf(candidates: readonly Candidate[]): Preview {
  const unfit = candidates.flatMap((one) => {
    const others = one.facts.others.filter((b) => b.bookingId !== one.bookingId);
    const { checks, eligible } = decideEligibility({ ...one.facts, others }, [...moment, 'quota']);
    return eligible ? [] : [unfitOf(one, checks)];
  });
  return tally(candidates.length, unfit);
}
