import { type ClockTerms, lateFrom, reckon, warnDay } from '@/lib/calendar/clock';
import type { WorkCalendar } from '@/lib/calendar/workdays';

/** What a kind of deadline is counted by; the room that owns the kind says it, mostly out of its settings. */
export type KindTerms = Pick<ClockTerms, 'unit' | 'length' | 'rollsOver' | 'silence'> & {
  /** HH:MM where its last day ends at the close of business (民法典 203); left out, at midnight. */
  readonly closesAt?: string | null;
  /** Days before the due day on which is warned, working days for such a clock; left out, never. */
  readonly warnBefore?: number | null;
};

/**
 * Terms of a promise to answer within so many working days: late, it shows so and nothing else happens.
 * Source: domain.md §5.1.
 */
export const workdayTerms = (length: number): KindTerms => ({
  ...{ unit: 'workday', length, rollsOver: false, silence: 'overdue' },
});

type Counted = ClockTerms & Pick<KindTerms, 'closesAt' | 'warnBefore'>;

export interface Due {
  /** `YYYY-MM-DD`; null while a pause lasts, as the two after it. */
  readonly dueOn: string | null;
  readonly lateAt: Date | null;
  /** `YYYY-MM-DD`; null too where nothing warns. */
  readonly warnOn: string | null;
  readonly provisional: boolean;
}

/** The due day of a deadline with all that is stored beside it. Source: 民法典 201–203, domain.md §5.1. */
export function dueOf(terms: Counted, calendar: WorkCalendar): Due {
  const { dueOn, provisional } = reckon(terms, calendar);
  const { closesAt = null, warnBefore = null, unit } = terms;
  if (dueOn === null) return { dueOn, lateAt: null, warnOn: null, provisional };
  return {
    dueOn,
    lateAt: lateFrom(dueOn, closesAt),
    warnOn: warnBefore === null ? null : warnDay(dueOn, warnBefore, unit, calendar),
    provisional,
  };
}

/**
 * Whether a changed table of holidays moves a day that was promised: later always, earlier only while the new
 * day is still to come, because nobody may be late by a table of yesterday. Source: domain.md §5.1.
 * @param was the day in force, `now` the day by the new table, both `YYYY-MM-DD`
 */
export const isMovable = (was: string, now: string, today: string): boolean =>
  now > was || (now < was && now >= today);
