import { age } from './age';
import { duplicate } from './duplicate';
import type { Check, Facts, Rule, RuleName } from './facts';
import { grade } from './grade';
import { group } from './group';
import { membership } from './membership';
import { noShow } from './no-show';
import { overlap } from './overlap';
import { repeat } from './repeat';
import { scope } from './scope';
import { sex } from './sex';
import { term } from './term';
import { window } from './window';

/** In the order in which a person reads them: first what cannot be changed, last the hour. */
const rules: readonly Rule[] = [
  duplicate,
  membership,
  sex,
  age,
  grade,
  group,
  scope,
  repeat,
  term,
  noShow,
  overlap,
  window,
];

export interface Verdict {
  readonly eligible: boolean;
  readonly checks: readonly Check[];
  /** The first rule that fails. */
  readonly failed: Check | null;
}

/**
 * 能不能报: every rule of the offering against one attendee, each with its reason and way out.
 * The same function answers before applying, under the lock, and when the next in the queue is promoted.
 * @param skip rules that the moment makes void: promotion may happen after booking has closed
 */
export function decideEligibility(facts: Facts, skip: readonly RuleName[] = []): Verdict {
  const checks = rules
    .map((rule) => rule(facts))
    .filter((check): check is Check => check !== null && !skip.includes(check.rule));
  const failed = checks.find((check) => check.outcome === 'fail') ?? null;
  return { eligible: failed === null, checks, failed };
}
