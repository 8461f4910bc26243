import type { Verdict } from './decide';
import type { Check, RuleName } from './facts';

/** What another session of the same offering may pass: a day, an hour, the places of a town. */
const movable: readonly RuleName[] = ['quota', 'overlap', 'age', 'school_age', 'repeat', 'grade'];

const mayPass = (failed: Check) => failed.ofSession === true || movable.includes(failed.rule);

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly taken: number;
  readonly capacity: number;
}

/**
 * 最近的办法: where one session alone is in the way, the fix is the first session that fits, one with a
 * free place if there is any, as a link. Nothing else of a verdict changes.
 */
export function pointToNearest(
  verdicts: Readonly<Record<string, Verdict>>,
  sessions: readonly Choice[],
  hrefOf: (sessionId: string) => string,
): Record<string, Verdict> {
  const fitting = sessions.filter((s) => verdicts[s.id]?.eligible);
  const nearest = fitting.find((s) => s.taken < s.capacity) ?? fitting[0];
  const entries = Object.entries(verdicts).map(([id, verdict]) => {
    const { failed } = verdict;
    if (!nearest || !failed || !mayPass(failed)) return [id, verdict] as const;
    const fix = { text: `“${nearest.title}”可以报，去看这一场`, href: hrefOf(nearest.id) };
    const pointed = { ...failed, fix };
    const checks = verdict.checks.map((check) => (check === failed ? pointed : check));
    return [id, { ...verdict, checks, failed: pointed }] as const;
  });
  return Object.fromEntries(entries);
}
