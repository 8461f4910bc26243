import { formatDay, todayOn } from '@/lib/dates';
import type { Rule } from './facts';
import { noShowStatus, noShowWords } from './no-show-record';

/**
 * 爽约限制: who has let places of this kind lapse too often waits a while; an absence that the organiser
 * has excused does not count. Silent for whoever has missed nothing, a warning before the limit. Null for
 * whoever has missed nothing, and where absences do not count. Source: domain.md §3.6.
 */
export const noShow: Rule = ({ offering, others, now }) => {
  const terms = offering.noShow;
  if (!terms) return null;
  const missed = others
    .filter((b) => b.kind === offering.kind && b.status === 'absent' && !b.excused)
    .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  const today = todayOn(now);
  const days = missed.map((b) => todayOn(b.startsAt));
  const { count, barredUntil } = noShowStatus(days, terms, today);
  const reason = noShowWords(terms);
  if (barredUntil === null) {
    if (count === 0) return null;
    return { rule: 'no_show', outcome: 'warn', reason, note: `已有 ${count} 次没来，请留意` };
  }
  const appealable = missed.find((b) => !b.appealed);
  const until = formatDay(barredUntil, today);
  return {
    rule: 'no_show',
    outcome: 'fail',
    reason,
    note: `已有 ${count} 次没来，${until}起可以再报`,
    fix: appealable
      ? { text: '有正当原因，可以申诉', href: `/me/bookings/${appealable.bookingId}/appeal` }
      : { text: '都已申诉过，结果会通知您；急用请打电话给组织单位' },
  };
};
