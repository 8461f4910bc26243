import type { Rule } from './facts';

/**
 * Target groups by occupation (domain.md §3.3), or anyone in 新就业形态. The member's, also for a child. Null
 * when it is open to every occupation.
 */
export const group: Rule = ({ offering, membership, attendee }) => {
  const { occupations, newFormOnly } = offering.rules;
  if (occupations.length === 0 && !newFormOnly) return null;
  const whom = newFormOnly ? '新就业形态劳动者' : offering.groupNames.join('、');
  const reason = `面向${whom}${attendee.isChild ? '的子女' : ''}`;
  const fits =
    membership !== null &&
    (newFormOnly ? membership.isNewForm : occupations.includes(membership.occupationCode));
  if (fits) return { rule: 'group', outcome: 'pass', reason };
  return {
    rule: 'group',
    outcome: 'fail',
    reason,
    note: membership ? '您登记的职业不在范围内' : '入会时登记职业',
    fix: membership
      ? { text: '换了工作？联系所属工会更新职业' }
      : { text: '去申请入会', href: '/guide/join' },
  };
};
