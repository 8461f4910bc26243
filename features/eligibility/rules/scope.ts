import type { Rule } from './facts';

/**
 * Units and towns: members of the named unions or of any union below them. Null when it is open to the
 * whole federation. Source: domain.md §3.4.
 */
export const scope: Rule = ({ offering, membership }) => {
  const below = offering.rules.organisationIds;
  const path = membership?.unionPath ?? [];
  if (below.length === 0 && offering.visibleBelow === null) return null;
  const inside =
    (below.length === 0 || below.some((id) => path.includes(id))) &&
    (offering.visibleBelow === null || path.includes(offering.visibleBelow));
  const names = offering.scopeNames.join('、') || '组织单位所辖工会';
  const reason = `面向${names}的会员`;
  if (inside) return { rule: 'scope', outcome: 'pass', reason };
  return {
    rule: 'scope',
    outcome: 'fail',
    reason,
    note: membership ? '您所在的工会不在范围内' : '您还没有入会',
    fix: membership
      ? { text: '看看面向全区的服务', href: '/services' }
      : { text: '去申请入会', href: '/guide/join' },
  };
};
