import type { Rule } from './facts';

/**
 * 会籍转移 comes first (广东 2021–24): who is between two unions belongs to neither list. Null where it is not
 * asked, and for who is no member. Source: domain.md §3.4.
 */
export const transfer: Rule = ({ offering, membership }) => {
  if (!offering.rules.transferFirst || !membership) return null;
  const reason = '会籍已转到现在的工会';
  if (!membership.transferring) return { rule: 'transfer', outcome: 'pass', reason };
  return {
    rule: 'transfer',
    outcome: 'fail',
    reason,
    note: '您有一份转会还没办完',
    fix: { text: '看转会进度', href: '/affairs' },
  };
};
