import { sessionRules } from '@/features/offerings/schema/session-rules';
import type { Check, Facts, OwnConditions, Rule, RuleName } from './facts';

/** The conditions of a session as a statement returns them, with the names of what they point at. */
export interface StoredConditions {
  readonly rules: Record<string, unknown>;
  readonly trades: readonly { readonly code: string; readonly name: string }[] | null;
  readonly towns: readonly { readonly id: string; readonly name: string }[] | null;
}

/** As the rules read them; null when the session asks nothing of its own. */
export const ownConditions = (stored: StoredConditions | null): OwnConditions | null =>
  stored && {
    rules: sessionRules(stored.rules),
    groupNames: [...new Set((stored.trades ?? []).map((trade) => trade.name))],
    scopeNames: (stored.towns ?? []).map((town) => town.name),
  };

/** The rules that look at who somebody is; a session may ask nothing else. */
const personal: readonly RuleName[] = [
  'joined',
  'sex',
  'age',
  'born',
  'school_age',
  'grade',
  'group',
  'scope',
];

/** The facts as if the chosen session's own conditions were the offering's; null without any. */
export function factsOfSession(facts: Facts): Facts | null {
  const own = facts.session?.own;
  return own ? { ...facts, offering: { ...facts.offering, ...own, visibleBelow: null } } : null;
}

/** What the chosen session asks by one rule, saying that it is the session's; null when it does not ask. */
export function askedBySession(name: RuleName, rule: Rule, own: Facts): Check | null {
  const check = personal.includes(name) ? rule(own) : null;
  if (!check) return null;
  const which = own.offering.kind === 'childcare' ? '这个班' : '这一场';
  return { ...check, reason: `${which}：${check.reason}`, ofSession: true };
}
