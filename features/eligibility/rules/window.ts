import { offeringStatusLabels } from '@/features/offerings/rules/offering';
import { formatDateTime } from '@/lib/dates';
import type { Rule } from './facts';

/** Booking is open at this instant of the database's clock, and the session lies ahead (T01, T02). */
export const window: Rule = ({ offering, session, now }) => {
  const other = { text: '看看其他服务', href: '/services' };
  if (offering.phase === 'published' && offering.bookingOpensAt) {
    const reason = `${formatDateTime(offering.bookingOpensAt, now)}开放报名`;
    return { rule: 'window', outcome: 'fail', reason, fix: { text: '到时再来，名额不会提前放' } };
  }
  if (offering.phase !== 'open') {
    const reason = offeringStatusLabels[offering.phase];
    return { rule: 'window', outcome: 'fail', reason, fix: other };
  }
  if (session?.cancelled) {
    return { rule: 'window', outcome: 'fail', reason: '这一场已取消', fix: { text: '换一场' } };
  }
  if (session && session.startsAt <= now) {
    return { rule: 'window', outcome: 'fail', reason: '这一场已开始', fix: { text: '换一场' } };
  }
  const closes = offering.bookingClosesAt;
  const note = closes ? `${formatDateTime(closes, now)}截止` : undefined;
  return { rule: 'window', outcome: 'pass', reason: '在报名时间内', note };
};
