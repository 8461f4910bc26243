import type { Rule } from './facts';

/**
 * 属于人群: in the 人群 by the conditions that were stored with this version of the rules, as the 会籍 is now; of a
 * child the guardian's. Its name is internal: applicants read the words written for them. Null where nothing is asked.
 * Source: domain.md §3.13.
 */
export const segment: Rule = ({ offering, membership, inSegment }) => {
  const asked = offering.rules.segment;
  if (!asked) return null;
  const reason = asked.words;
  if (inSegment) return { rule: 'segment', outcome: 'pass', reason };
  return {
    rule: 'segment',
    outcome: 'fail',
    reason,
    note: membership ? '按您现在登记的资料不在范围内' : '您还没有入会',
    fix: membership
      ? { text: '资料登记有误？申请更正', href: '/me/corrections' }
      : { text: '去申请入会', href: '/guide/join' },
  };
};
