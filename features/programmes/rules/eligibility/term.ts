import { isActive } from '../booking';
import type { Rule } from './facts';

/** One child, one place in a term; a place in the queue counts (麻章 2025, domain.md §3.2). */
export const term: Rule = ({ offering, session, others, attendee }) => {
  if (offering.kind !== 'childcare' || offering.term === null) return null;
  const reason = '一个孩子一期只报一个班';
  const hit = others.find(
    (b) =>
      b.sessionId !== session?.id &&
      b.kind === 'childcare' &&
      b.term === offering.term &&
      isActive(b.status),
  );
  if (!hit) {
    return { rule: 'term', outcome: 'pass', reason, note: `${attendee.name}本期还没有报名` };
  }
  return {
    rule: 'term',
    outcome: 'fail',
    reason,
    note: `${attendee.name}本期已报《${hit.title}》`,
    fix: { text: '想换班，先取消那个班', href: `/me/bookings/${hit.bookingId}` },
  };
};
