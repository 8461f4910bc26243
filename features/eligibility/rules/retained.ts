import type { Rule } from './facts';

/**
 * 保留会籍 (退休、失业、服兵役) goes on by default; some notices are for working members only. Null where a notice is
 * for all, and for who is no member. Source: domain.md §1.5.
 */
export const retained: Rule = ({ offering, membership, attendee }) => {
  if (!offering.rules.excludeRetained || !membership) return null;
  const reason = attendee.isChild ? '面向在职会员的子女' : '面向在职会员';
  if (membership.status !== 'retained') return { rule: 'retained', outcome: 'pass', reason };
  return {
    rule: 'retained',
    outcome: 'fail',
    reason,
    note: '您现在是保留会籍',
    fix: { text: '已经上班？联系所属工会恢复会籍' },
  };
};
