import { decideEligibility } from '../eligibility/decide';
import type { Check, Facts, RuleName } from '../eligibility/facts';

/** What no longer matters once somebody waits: the window, the way in, and their own booking. */
const voidByThen: readonly RuleName[] = ['window', 'duplicate', 'cycling', 'channel'];

/** Rules whose fact is another booking: an officer of this offering need not know of it. */
const elsewhere: readonly RuleName[] = [
  'overlap',
  'repeat',
  'term',
  'duplicate',
  'attendance',
  'limit',
  'family',
  'no_show',
];

const without = (facts: Facts, bookingId: string): Facts => ({
  ...facts,
  others: facts.others.filter((other) => other.bookingId !== bookingId),
});

/**
 * The conditions looked at once more when a waiting person's turn comes, and when they say yes: the
 * same rules as before applying. The booking itself does not stand in its own way.
 */
export const judgedAgain = (facts: Facts, bookingId: string) =>
  decideEligibility(without(facts, bookingId), voidByThen);

/** The rule and the fact that bar somebody, as their own notice says it. */
export const barredWords = ({ reason, note }: Check): string =>
  [reason, note].filter(Boolean).join('，');

/** The same for the desk: what the person has elsewhere is not told. */
export const barredAtDesk = (check: Check): string =>
  elsewhere.includes(check.rule) ? check.reason : barredWords(check);
