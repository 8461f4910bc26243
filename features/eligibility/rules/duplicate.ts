import { isActive } from '@/features/bookings/rules/booking';
import type { Rule } from './facts';

/**
 * One booking of a session for each attendee, whoever makes it and on whichever phone (C03). Null while
 * there is none.
 */
export const duplicate: Rule = ({ session, others, attendee }) => {
  const hit = others.find((b) => b.sessionId === session?.id && isActive(b.status));
  if (!hit) return null;
  return {
    rule: 'duplicate',
    outcome: 'fail',
    reason: `${attendee.isChild ? attendee.name : '您'}已报名这一场`,
    fix: { text: '看我的预约', href: `/me/bookings/${hit.bookingId}` },
  };
};
