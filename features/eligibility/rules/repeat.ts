import type { BookingStatus } from '@/features/bookings/rules/booking';
import { addMonths, formatFullDay, todayOn } from '@/lib/dates';
import type { Check, Facts, OtherBooking, Rule } from './facts';
import { span } from './span';

const counts: readonly BookingStatus[] = ['pending', 'sent_back', 'booked', 'offered', 'attended'];

/** The interval in words, from months; undefined is once at all: 3 年内参加一次. */
export const repeatWords = (months: number | undefined): string =>
  months === undefined ? '每人只参加一次' : `${span(months)}内参加一次`;

/** When they may come again, and earlier if the hospital has asked her back. */
function wayOut({ offering, recheck }: Facts, from: string | null): Check['fix'] {
  const later = from === null ? '看看其他服务' : `${formatFullDay(from)}起可以再报`;
  const { recheckReturns } = offering.rules;
  if (!recheckReturns) return { text: later, ...(from === null && { href: '/services' }) };
  const href = `/services/${offering.id}/return`;
  if (recheck === 'waiting') return { text: '您说收到通知再来，女职工部正在核实', href };
  return { text: `${later}；收到通知要再来的，去申请核实`, href };
}

/** What bars a repeat on that day, the latest first: it decides when the way is free again. */
function barring({ offering, session, others, now }: Facts): OtherBooking[] {
  const { repeatMonths: months, repeatOnce, repeatOf } = offering.rules;
  const on = todayOn(session?.startsAt ?? now);
  const alike = (b: OtherBooking) =>
    repeatOf === 'kind' ? b.kind === offering.kind : b.lineageId === offering.lineageId;
  const near = (b: OtherBooking) => {
    const day = todayOn(b.startsAt);
    if (repeatOnce || months === undefined) return true;
    return day <= on ? on < addMonths(day, months) : day < addMonths(on, months);
  };
  return others
    .filter((b) => b.sessionId !== session?.id && counts.includes(b.status) && alike(b) && near(b))
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
}

/**
 * Once per N months, or once at all, for the same course or for anything of this kind (two 两癌 screenings
 * in three years, domain.md §3.1; 学历补贴 once per person, 广东). Someone who was absent has not had it. A
 * place held for a later day counts too, also for her whom the hospital has asked back. Null where it may
 * be repeated.
 */
export const repeat: Rule = (facts) => {
  const { offering, attendee, now, recheck } = facts;
  const { repeatMonths, repeatOnce, recheckReturns } = offering.rules;
  if (repeatMonths === undefined && !repeatOnce) return null;
  const months = repeatOnce ? undefined : repeatMonths;
  const reason = repeatWords(months);
  const who = attendee.isChild ? attendee.name : '您';
  const hits = barring(facts);
  const upcoming = hits.find((b) => b.startsAt > now && b.status !== 'attended');
  const hit = upcoming ?? hits[0];
  if (!hit) return { rule: 'repeat', outcome: 'pass', reason, note: `${who}没有重复` };
  if (!upcoming && recheckReturns && recheck === 'verified') {
    return { rule: 'repeat', outcome: 'pass', reason, note: '已核实，按通知再来一次' };
  }
  const day = todayOn(hit.startsAt);
  const again = months === undefined ? null : addMonths(day, months);
  return {
    rule: 'repeat',
    outcome: 'fail',
    reason,
    note: `${formatFullDay(day)}${upcoming ? '已约了' : '参加过'}《${hit.title}》`,
    fix: upcoming
      ? { text: '先取消那一次', href: `/me/bookings/${hit.bookingId}` }
      : wayOut(facts, again),
  };
};
