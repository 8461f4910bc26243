import { daysBetween, formatShortDay } from '@/lib/dates';

/** The day of the next visit, with words for one that is due: late in crimson, today in amber. */
export function NextVisit({ on, today }: { on: string | null; today: string }) {
  if (!on) return <span className="text-ink-3">没约</span>;
  const late = daysBetween(on, today);
  const day = <span className="text-secondary text-ink-2">{formatShortDay(on, today)}</span>;
  if (late > 0)
    return (
      <span className="nowrap">
        <span className="font-semibold text-error">逾期 {late} 天</span> {day}
      </span>
    );
  if (late === 0) return <span className="font-semibold text-warning">今天</span>;
  return <span className="nowrap">{formatShortDay(on, today)}</span>;
}
