import { formatRange } from '@/lib/dates';
import type { BookingStatus } from '../booking';
import { clash } from '../meetings';
import type { Rule } from './facts';

/** The same as the exclusion constraint counts: who only waits may wait in several queues (C15). */
const occupies: readonly BookingStatus[] = [
  'pending',
  'sent_back',
  'booked',
  'offered',
  'attended',
];

/** Nobody is in two places at once. */
export const overlap: Rule = ({ session, others, now }) => {
  if (!session) return null;
  const hit = others.find(
    (b) => b.sessionId !== session.id && occupies.includes(b.status) && clash(session, b),
  );
  if (!hit) return { rule: 'overlap', outcome: 'pass', reason: '时间不冲突' };
  return {
    rule: 'overlap',
    outcome: 'fail',
    reason: '和已有的预约时间冲突',
    note: `《${hit.title}》${formatRange(hit.startsAt, hit.endsAt, now)}`,
    fix: { text: '换一场，或先取消那一个', href: `/me/bookings/${hit.bookingId}` },
  };
};
