import { addDays } from '@/lib/dates';

/** First and last day, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface DeputyFacts extends Days {
  readonly today: string;
  /** The longest leave that a deputy may be named for, in days. */
  readonly most: number;
  readonly secondFactorRecent: boolean;
  /** The chosen one is the officer, or one of the family. */
  readonly isOwn: boolean;
  /** Among those who may be asked. */
  readonly isColleague: boolean;
  /** The officer’s own deputy in some of these days. */
  readonly ownDeputy: string | null;
  /** For whom the officer acts in some of these days. */
  readonly actsFor: string | null;
  /** Who acts for the chosen one in some of these days. */
  readonly deputyOfDeputy: string | null;
}

export type DeputyRefusal =
  | 'step_up'
  | 'days_wrong'
  | 'too_long'
  | 'own_account'
  | 'not_colleague'
  | 'has_deputy'
  | 'acts_for'
  | 'deputy_away';

/**
 * Why somebody may not act for an officer on leave, or null. A right that is lent is not lent on: neither who
 * acts for another in these days, nor who is away in them, takes part. Nobody lends rights to the family
 * (domain.md §4.3).
 */
export function refusalToNameDeputy(facts: DeputyFacts): DeputyRefusal | null {
  if (!facts.secondFactorRecent) return 'step_up';
  if (facts.startsOn < facts.today || facts.endsOn < facts.startsOn) return 'days_wrong';
  if (facts.endsOn >= addDays(facts.startsOn, facts.most)) return 'too_long';
  if (facts.isOwn) return 'own_account';
  if (!facts.isColleague) return 'not_colleague';
  if (facts.ownDeputy) return 'has_deputy';
  if (facts.actsFor) return 'acts_for';
  return facts.deputyOfDeputy ? 'deputy_away' : null;
}
