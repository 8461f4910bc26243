import { decideEligibility } from './decide';
import type { Check, Facts, RuleName } from './facts';

/** Conditions that read who somebody is by their document. */
const byDocument: readonly RuleName[] = ['sex', 'age', 'born', 'school_age'];

const failing = (facts: Facts): Check[] =>
  decideEligibility(facts).checks.filter(
    ({ rule, outcome }) => outcome === 'fail' && byDocument.includes(rule),
  );

/**
 * The condition that a right birth date or sex no longer meets, though the wrong one did; null when a
 * correction makes no difference to this booking.
 */
export function misfitAfter(
  facts: Facts,
  right: { readonly birthOn: string | null; readonly sex: 'male' | 'female' | null },
): Check | null {
  const asked = ({ rule, ofSession }: Check) => `${rule}${ofSession ?? ''}`;
  const before = failing(facts).map(asked);
  const after = failing({ ...facts, attendee: { ...facts.attendee, ...right } });
  return after.find((check) => !before.includes(asked(check))) ?? null;
}
