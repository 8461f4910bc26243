import { addMonths, formatFullDay, todayOn } from '@/lib/dates';
import type { BookingStatus } from '../booking';
import { span } from '../span';
import type { Rule } from './facts';

const counts: readonly BookingStatus[] = ['pending', 'sent_back', 'booked', 'offered', 'attended'];

/**
 * Once per N months for the same course or for anything of this kind (two 两癌 screenings in three
 * years, domain.md §3.1). Someone who was absent has not had it. A place held for a later day counts too.
 */
export const repeat: Rule = ({ offering, session, others, now, recheck }) => {
  const { repeatMonths, repeatOf, recheckReturns } = offering.rules;
  if (repeatMonths === undefined) return null;
  const on = todayOn(session?.startsAt ?? now);
  const reason = `${span(repeatMonths)}内参加一次`;
  const hit = others.find((b) => {
    if (b.sessionId === session?.id || !counts.includes(b.status)) return false;
    if (repeatOf === 'kind' ? b.kind !== offering.kind : b.lineageId !== offering.lineageId) {
      return false;
    }
    const day = todayOn(b.startsAt);
    return day <= on ? on < addMonths(day, repeatMonths) : day < addMonths(on, repeatMonths);
  });
  if (!hit) return { rule: 'repeat', outcome: 'pass', reason, note: '您没有重复' };
  const day = todayOn(hit.startsAt);
  if (recheckReturns && recheck) {
    return { rule: 'repeat', outcome: 'pass', reason, note: '按通知再来一次' };
  }
  const held = hit.startsAt > now && hit.status !== 'attended';
  const earlier = recheckReturns ? '；通知您再来的，请联系女职工部核实' : '';
  return {
    rule: 'repeat',
    outcome: 'fail',
    reason,
    note: `${formatFullDay(day)}${held ? '已约了' : '参加过'}《${hit.title}》`,
    fix: held
      ? { text: '先取消那一次', href: `/me/bookings/${hit.bookingId}` }
      : { text: `${formatFullDay(addMonths(day, repeatMonths))}起可以再报${earlier}` },
  };
};
