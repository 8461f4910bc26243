import { age } from './age';
import { attendance } from './attendance';
import { born } from './born';
import { channel } from './channel';
import { cycling } from './cycling';
import { duplicate } from './duplicate';
import type { Check, Facts, Rule, RuleName } from './facts';
import { familyYear } from './family-year';
import { grade } from './grade';
import { group } from './group';
import { joined } from './joined';
import { lastDraw } from './last-draw';
import { family, limit } from './limit';
import { membership } from './membership';
import { noShow } from './no-show';
import { overlap } from './overlap';
import { askedBySession, factsOfSession } from './own-conditions';
import { quota } from './quota';
import { repeat } from './repeat';
import { retained } from './retained';
import { schoolAge } from './school-age';
import { scope } from './scope';
import { segment } from './segment';
import { sex } from './sex';
import { term } from './term';
import { transfer } from './transfer';
import { window } from './window';

/** In the order in which a person reads them: first what cannot be changed, last the hour. */
export const eligibilityRules = {
  channel,
  duplicate,
  membership,
  retained,
  joined,
  transfer,
  sex,
  age,
  born,
  school_age: schoolAge,
  grade,
  group,
  segment,
  scope,
  repeat,
  attendance,
  last_draw: lastDraw,
  term,
  limit,
  family,
  family_year: familyYear,
  no_show: noShow,
  cycling,
  quota,
  overlap,
  window,
} as const satisfies Record<RuleName, Rule>;

export interface Verdict {
  readonly eligible: boolean;
  readonly checks: readonly Check[];
  /** The first rule that fails. */
  readonly failed: Check | null;
}

/**
 * 能不能报: every rule of the offering against one attendee, each with its reason and way out.
 * What a session asks of its own is asked beside it, by the same rules: both must hold.
 * The same function answers before applying, under the lock, and when the next in the queue is promoted.
 * @param skip rules that the moment makes void: promotion may happen after booking has closed
 */
export function decideEligibility(facts: Facts, skip: readonly RuleName[] = []): Verdict {
  return decideBy(eligibilityRules, facts, skip);
}

const eachRule = (rules: Readonly<Record<RuleName, Rule>>) =>
  Object.entries(rules) as [RuleName, Rule][];

/** Judges by the rules it is given: a test replaces one to see that its rows notice. */
export function decideBy(
  rules: Readonly<Record<RuleName, Rule>>,
  facts: Facts,
  skip: readonly RuleName[] = [],
): Verdict {
  const own = factsOfSession(facts);
  const checks = eachRule(rules)
    .flatMap(([name, rule]) => [rule(facts), own && askedBySession(name, rule, own)])
    .filter((check): check is Check => check !== null && !skip.includes(check.rule));
  const failed = checks.find((check) => check.outcome === 'fail') ?? null;
  return { eligible: failed === null, checks, failed };
}
