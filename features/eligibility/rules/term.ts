import { isActive } from '@/features/bookings/rules/booking';
import type { OtherBooking, Rule } from './facts';

/** What the other one is, and the way out of it. */
function describeOther({ status, title }: OtherBooking): { has: string; fix: string } {
  if (status === 'entered') return { has: `在等《${title}》抽签`, fix: '想换班，先退出那个抽签' };
  if (status === 'waitlisted') return { has: `在《${title}》候补`, fix: '想换班，先退出那个候补' };
  return { has: `本期已报《${title}》`, fix: '想换班，先取消那个班' };
}

/**
 * One child, one place in a term; a place in the queue counts (麻章 2025, domain.md §3.2). Null for other
 * kinds, and for a class of no term.
 */
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
    const note = `${attendee.name}本期还没有报名。等抽签、候补也算报了，别的班就不能再报`;
    return { rule: 'term', outcome: 'pass', reason, note };
  }
  return {
    rule: 'term',
    outcome: 'fail',
    reason,
    note: `${attendee.name}${describeOther(hit).has}`,
    fix: { text: describeOther(hit).fix, href: `/me/bookings/${hit.bookingId}` },
  };
};
