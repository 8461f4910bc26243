import { addMonths, formatFullDay, todayOn } from '@/lib/dates';
import type { Rule } from './facts';
import { span } from './span';

/**
 * Member for so many months on the day of applying; whoever waits grows into it, never out of it. Null
 * where nothing is asked, and for who is no member: another rule says so. Source: domain.md §3.4.
 */
export const joined: Rule = ({ offering, membership, now }) => {
  const { joinedMonths } = offering.rules;
  if (joinedMonths === undefined || !membership) return null;
  const reason = `入会满 ${span(joinedMonths)}`;
  const note = `${formatFullDay(membership.joinedOn)}入会`;
  const from = addMonths(membership.joinedOn, joinedMonths);
  if (from <= todayOn(now)) return { rule: 'joined', outcome: 'pass', reason, note };
  return {
    rule: 'joined',
    outcome: 'fail',
    reason,
    note,
    fix: { text: `${formatFullDay(from)}起可以报` },
  };
};
