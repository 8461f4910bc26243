import { membershipRights } from '@/features/members/rules/membership-life';
import { formatFullDay } from '@/lib/dates';
import type { Rule } from './facts';

/**
 * Members only, unless the notice opens it to every worker. Which status may use services, `membershipRights` says. Null when
 * it is open to all. Source: domain.md §3.4.
 */
export const membership: Rule = ({ offering, membership: own, attendee }) => {
  if (!offering.rules.membersOnly) return null;
  if (own && membershipRights[own.status].services) {
    const reason = attendee.isChild ? '家长是工会会员' : '您是工会会员';
    return {
      rule: 'membership',
      outcome: 'pass',
      reason,
      note: `${formatFullDay(own.joinedOn)}入会`,
    };
  }
  return {
    rule: 'membership',
    outcome: 'fail',
    reason: '只面向工会会员',
    note: '您还没有入会，或入会申请还在审核',
    fix: { text: '去申请入会', href: '/guide/join' },
  };
};
