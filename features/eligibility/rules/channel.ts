import type { Rule } from './facts';

/**
 * 单位统一报名: names come from the union alone, so that nobody is overtaken by who clicks first
 * (永昌 2022, domain.md §3.2). The hand-in of a list skips this rule; everyone else reads where to go. Null
 * where people book for themselves.
 */
export const channel: Rule = ({ offering }) => {
  if (offering.allocation !== 'unit') return null;
  return {
    rule: 'channel',
    outcome: 'fail',
    reason: '由单位统一报名',
    note: '不接受个人报名',
    fix: { text: '请联系所属工会，由工会提交名单' },
  };
};
