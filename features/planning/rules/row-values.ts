import { fitSession } from '@/features/offerings/rules/plan-session';
import { weekdayWords } from '@/features/offerings/rules/times';
import { sessionDetails } from '@/features/offerings/schema/offering';
import { shiftInstant } from '@/features/scheduling/rules/copy';
import type { FormValues } from '@/features/scheduling/rules/offering-form';
import type { WorkCalendar } from '@/lib/calendar/workdays';
import { toLocalDateTime, weekdayName } from '@/lib/dates';
import type { PlannedKind } from '../schema/plan-offering';

/** A session of an earlier round, as its line of the table begins. */
export interface EarlierSession {
  readonly id: string;
  readonly title: string;
  readonly venueId: string | null;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly details: unknown;
  readonly capacity: number;
}

const first: Record<PlannedKind, FormValues> = {
  // 8:30–18:00 on working days: 麻章 2025 (domain.md §3.2).
  childcare: {
    title_1: '一班',
    weekdays_1: '1,2,3,4,5',
    startTime_1: '08:30',
    endTime_1: '18:00',
    capacity_1: '30',
  },
  training: { title_1: '第一场', startTime_1: '09:00', endTime_1: '11:30', capacity_1: '50' },
};

/** The first line of the table where there is no earlier round; every number may be changed. */
export const firstRow = (kind: PlannedKind): FormValues => first[kind];

/** The lines of the table after an earlier round, moved by whole days and by the work calendar. */
export function rowsAfter(
  sessions: readonly EarlierSession[],
  days: number,
  calendar: WorkCalendar,
): FormValues {
  const cells = sessions.flatMap((s, at) => {
    const { weekdays, skipHolidays, room } = sessionDetails.parse(s.details);
    const [startsAt, endsAt] = [shiftInstant(s.startsAt, days), shiftInstant(s.endsAt, days)];
    const fit = fitSession({ startsAt, endsAt, weekdays, skipHolidays }, calendar);
    const [startsOn = '', startTime = ''] = toLocalDateTime(fit.startsAt).split('T');
    const [endsOn = '', endTime = ''] = toLocalDateTime(fit.endsAt).split('T');
    const row = {
      title: s.title,
      venueId: s.venueId ?? '',
      place: s.venueId ? room : s.place,
      startsOn,
      endsOn: endsOn === startsOn ? '' : endsOn,
      weekdays: weekdays.join(','),
      startTime,
      endTime,
      capacity: String(s.capacity),
      like: s.id,
    };
    return Object.entries(row).map(([name, value]) => [`${name}_${at + 1}`, value] as const);
  });
  return Object.fromEntries(cells);
}

const usual = ['1,2,3,4,5', '0,1,2,3,4,5,6', '0,6', '1,3,5', '2,4'];

/**
 * Which days of the week a line of the table may have: the usual ones, then each alone.
 * @param more as stored in an earlier round, sorted
 */
export function weekdayChoices(more: readonly string[]): { value: string; label: string }[] {
  const alone = ['1', '2', '3', '4', '5', '6', '0'];
  const all = [...new Set([...usual, ...more.filter(Boolean), ...alone])];
  return all.map((value) => {
    const days = value.split(',').map(Number);
    const label = days.length === 1 ? `每${weekdayName(days[0] ?? 0)}` : weekdayWords(days);
    return { value, label };
  });
}
