import { isActive } from '@/features/bookings/rules/booking';
import type { Facts, Rule } from './facts';

const within = ({ offering }: Facts) => (offering.term === null ? '这项服务' : '本期');

/**
 * So many places for one attendee within the offering, or within its term; a place in the queue counts.
 * Null without a limit. Source: domain.md §3.4.
 */
export const limit: Rule = (facts) => {
  const { offering, session, others, attendee } = facts;
  const most = offering.rules.personLimit;
  if (most === undefined) return null;
  const mine = others.filter(
    (b) =>
      b.sessionId !== session?.id &&
      isActive(b.status) &&
      (b.offeringId === offering.id ||
        (offering.term !== null && b.term === offering.term && b.kind === offering.kind)),
  );
  const reason = `${within(facts)}每人最多 ${most} 个名额`;
  const name = attendee.isChild ? attendee.name : '您';
  const note = `${name}已报 ${mine.length} 个`;
  const [last] = mine;
  if (mine.length < most || !last) return { rule: 'limit', outcome: 'pass', reason, note };
  return {
    rule: 'limit',
    outcome: 'fail',
    reason,
    note,
    fix: { text: '想换一场，先取消一个', href: `/me/bookings/${last.bookingId}` },
  };
};

/**
 * So many places for a family within the offering, or within its term: everybody who is a guardian of the
 * same child, and their children. Null without a limit. Source: domain.md §3.4.
 */
export const family: Rule = (facts) => {
  const { offering, session } = facts;
  const most = offering.rules.familyLimit;
  if (most === undefined) return null;
  const taken = (facts.family ?? []).filter((b) => !(b.own && b.sessionId === session?.id)).length;
  const reason = `${within(facts)}每个家庭最多 ${most} 个名额`;
  const note = `您家已报 ${taken} 个`;
  if (taken < most) return { rule: 'family', outcome: 'pass', reason, note };
  return {
    rule: 'family',
    outcome: 'fail',
    reason,
    note,
    fix: { text: '想换人，先取消一个', href: '/me/bookings' },
  };
};
