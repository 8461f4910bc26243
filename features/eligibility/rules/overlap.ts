import { type BookingStatus, waitsForPlace } from '@/features/bookings/rules/booking';
import { clash } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import type { Rule } from './facts';

/** The same as the exclusion constraint counts: who only waits may wait in several queues (C15). */
const occupies: readonly BookingStatus[] = [
  'pending',
  'sent_back',
  'booked',
  'offered',
  'attended',
];

/**
 * Nobody is in two places at once; what is only waited for is told, since both may come true. Null while no
 * session is chosen. Source: domain.md §3.4.
 */
export const overlap: Rule = ({ session, others, now }) => {
  if (!session) return null;
  const clashing = others.filter((b) => b.sessionId !== session.id && clash(session, b));
  const hit = clashing.find((b) => occupies.includes(b.status));
  const waits = clashing.find((b) => waitsForPlace(b.status));
  if (!hit && waits) {
    return {
      rule: 'overlap',
      outcome: 'warn',
      reason: waits.status === 'entered' ? '和等抽签的同一时间' : '和候补的同一时间',
      note: `《${waits.title}》${sessionWhen(waits, now)}`,
      fix: { text: '可以都报，只能去一个', href: `/me/bookings/${waits.bookingId}` },
    };
  }
  if (!hit) return { rule: 'overlap', outcome: 'pass', reason: '时间不冲突' };
  return {
    rule: 'overlap',
    outcome: 'fail',
    reason: '和已有的预约时间冲突',
    note: `《${hit.title}》${sessionWhen(hit, now)}`,
    fix: { text: '换一场，或先取消那一个', href: `/me/bookings/${hit.bookingId}` },
  };
};
