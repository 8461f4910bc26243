import chineseDays from 'chinese-days/dist/chinese-days.json';
import type { CalendarDay } from '@/lib/calendar/workdays';

export interface HolidayRow extends CalendarDay {
  name: string;
}

// The source writes "Spring Festival,春节,4": English name, Chinese name, statutory days.
function rowsOf(table: Record<string, string>, kind: CalendarDay['kind']): HolidayRow[] {
  return Object.entries(table).map(([on, text]) => {
    const name = text.split(',')[1] ?? text;
    return { on, kind, name: kind === 'work' ? `${name}调休上班` : name };
  });
}

/**
 * The first content of the holiday table: the State Council's published days off and worked
 * weekends of the years given, in order of day. Later years are entered in settings when published.
 */
export function holidaySeedRows(years: readonly number[] = [2024, 2025, 2026]): HolidayRow[] {
  return [...rowsOf(chineseDays.holidays, 'off'), ...rowsOf(chineseDays.workdays, 'work')]
    .filter((row) => years.includes(Number(row.on.slice(0, 4))))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
