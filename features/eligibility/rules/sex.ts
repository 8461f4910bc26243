import type { Rule } from './facts';

/**
 * As read from the identity document; nothing else about the body is asked (domain.md §3.1). Null when it
 * is open to both.
 */
export const sex: Rule = ({ offering, attendee }) => {
  const wanted = offering.rules.sex;
  if (!wanted) return null;
  const reason = wanted === 'female' ? '面向女职工' : '面向男职工';
  if (attendee.sex === wanted) return { rule: 'sex', outcome: 'pass', reason };
  const unknown = attendee.sex === null;
  return {
    rule: 'sex',
    outcome: 'fail',
    reason,
    note: unknown ? '还没有您的证件信息' : '与证件上的性别不符',
    fix: unknown
      ? { text: '去申请入会', href: '/guide/join' }
      : { text: '看看其他服务', href: '/services' },
  };
};
