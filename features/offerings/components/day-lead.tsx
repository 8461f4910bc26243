import { DateLead } from '@/components/ui/cell-list';
import { todayOn, weekdayName, weekdayOf } from '@/lib/dates';

/** Day and weekday before a line, with the month in its place when that is another one or has begun. */
export function DayLead({ at, now }: { at: Date; now: Date }) {
  const on = todayOn(at);
  const today = todayOn(now);
  const sameMonth = on >= today && on.slice(0, 7) === today.slice(0, 7);
  const bottom = sameMonth ? weekdayName(weekdayOf(on)) : `${Number(on.slice(5, 7))}月`;
  return <DateLead top={String(Number(on.slice(8)))} bottom={bottom} />;
}
