import { decideEligibility } from './decide';
import type { Check, Facts, RuleName } from './facts';

/** Counted with the booking itself among the places: told by 名额在哪里 instead. */
const countsItself: readonly RuleName[] = ['quota', 'family'];

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
  'family_year',
  'no_show',
];

/** The facts without one booking, which does not stand in its own way. */
export const without = (facts: Facts, bookingId: string): Facts => ({
  ...facts,
  familyYear: facts.familyYear && {
    ...facts.familyYear,
    places: facts.familyYear.places.filter((place) => place.bookingId !== bookingId),
  },
  others: facts.others.filter((other) => other.bookingId !== bookingId),
});

/**
 * The conditions looked at once more when a waiting person's turn comes, and when they say yes: the
 * same rules as before applying. The booking itself does not stand in its own way.
 */
export const recheckEligibility = (facts: Facts, bookingId: string) =>
  decideEligibility(without(facts, bookingId), voidByThen);

/** A child that has left the family of whoever booked for it. */
export const orphaned: { readonly rule: string; readonly words: string } = {
  rule: 'guardian',
  words: '孩子已不在您的家庭里',
};

/** The rule and the fact that bar somebody, as their own notice says it. */
export const ineligibleWords = ({ reason, note }: Check): string =>
  [reason, note].filter(Boolean).join('，');

/**
 * The rule and the fact that bar somebody, as the desk reads it: what the person has elsewhere is not told.
 */
export const ineligibleWordsAtDesk = (check: Check): string =>
  elsewhere.includes(check.rule) ? check.reason : ineligibleWords(check);

/** 系统核对 for whoever decides: each condition as it stands now, in the officer's words. */
export const checkedAtDesk = (facts: Facts, bookingId: string) =>
  recheckEligibility(facts, bookingId)
    .checks.filter((check) => !countsItself.includes(check.rule))
    .map((check) => ({
      outcome: check.outcome,
      text: (check.outcome === 'fail' ? ineligibleWordsAtDesk(check) : check.reason).replaceAll(
        '您',
        '本人',
      ),
    }));
