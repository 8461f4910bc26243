import type { Check, Rule } from './facts';

interface Share {
  readonly most: number | undefined;
  readonly taken: number | null;
  readonly name: string;
}

function judge({ most, taken, name }: Share): Check | null {
  if (most === undefined || taken === null) return null;
  const reason = `${name}每场最多 ${most} 个名额`;
  const note = `已占 ${taken} 个`;
  if (taken < most) return { rule: 'quota', outcome: 'pass', reason, note };
  return {
    rule: 'quota',
    outcome: 'fail',
    reason,
    note,
    fix: { text: '换一场，或等有人取消后再来' },
  };
}

/**
 * 按辖区、按单位的名额: how many places of one session the people of one town, or of one union, may
 * hold. Counted under the capacity lock, so the last place of a town is given once. Null without such a
 * limit, while no session is chosen, and for who is no member. Source: domain.md §3.4.
 */
export const quota: Rule = ({ offering, membership, session, shares }) => {
  const { quotaTown, quotaUnit } = offering.rules;
  const share = session && shares?.[session.id];
  if (!share || !membership) return null;
  const checks = [
    judge({ most: quotaTown, taken: share.town, name: membership.townName ?? '所在辖区' }),
    judge({ most: quotaUnit, taken: share.unit, name: membership.unionName ?? '所在工会' }),
  ].filter((check) => check !== null);
  return checks.find((check) => check.outcome === 'fail') ?? checks[0] ?? null;
};
