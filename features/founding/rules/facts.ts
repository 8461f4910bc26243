import type { Ballot } from './assembly';
import type { AffairChange } from './kinds';
import type { FoundingStep } from './steps';

/** What each step that counts something wrote down. */
export interface FoundingFacts {
  /** Why a matter of a union began, and what changes. */
  readonly lead?: { reason?: string; what?: AffairChange | null; value?: string | null };
  readonly members?: { byFirm: Record<string, number>; total: number; women: number };
  readonly candidates?: { seats: number; ids: string[] };
  readonly assembly?: Ballot & { kind: 'members' | 'delegates'; votes: Record<string, number> };
  readonly founded?: { term: 3 | 5; endsOn: string };
  readonly abandoned?: { reason: string };
}

interface Action {
  readonly step: FoundingStep;
  readonly facts: Record<string, unknown>;
}

/**
 * The facts in force: of each step the last time it was taken; of the candidates and the assembly only what
 * came after the members were last counted, for a recount makes them void.
 */
export function foundingFacts(actions: readonly Action[]): FoundingFacts {
  const counted = actions.findLastIndex(({ step }) => step === 'members');
  const reported = actions.findLastIndex(({ step }) => step === 'candidates');
  const after = (step: FoundingStep, since: number) =>
    actions.findLast((action, at) => action.step === step && at > since)?.facts;
  return {
    lead: actions[0]?.facts,
    members: actions[counted]?.facts,
    candidates: after('candidates', counted),
    assembly: reported > counted ? after('assembly', reported) : undefined,
    founded: after('founded', -1),
    abandoned: after('abandoned', -1),
  } as FoundingFacts;
}
