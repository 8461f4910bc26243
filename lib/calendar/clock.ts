import { addDays, addMonths, daysBetween, parseLocalDateTime, startOfDay } from '@/lib/dates';
import type { ClockUnit, SilenceMeaning } from './clock-terms';
import { addWorkdays, hasTable, isWorkday, type WorkCalendar } from './workdays';

/** 暂停: from this day on nothing counts; the day it goes on (`to`) counts again. Null while it lasts. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
}

/** So much more time, from the due day in force when it was given. */
export interface Extension {
  readonly unit: ClockUnit;
  readonly length: number;
}

/** A deadline: everything its last day is computed from. Days are `YYYY-MM-DD`. */
export interface ClockTerms {
  /** Day 0, that of the event; it does not count (民法典 201). */
  readonly start: string;
  readonly unit: ClockUnit;
  readonly length: number;
  /** 顺延: a last day that is no working day runs on to the next one (民法典 203). */
  readonly rollsOver: boolean;
  /** In order of day, none inside another. */
  readonly pauses: readonly Pause[];
  readonly extension: Extension | null;
  /** What it means when nobody has answered by then. */
  readonly silence: SilenceMeaning;
}

/** How a day of the sum is taken. */
export type DayTaken = 'counts' | 'off' | 'paused';

export interface SummedDay {
  readonly on: string;
  readonly taken: DayTaken;
}

/** One stretch of the sum: the first term, or its extension. */
export interface Leg {
  readonly from: string;
  readonly unit: ClockUnit;
  readonly length: number;
  readonly days: readonly SummedDay[];
  /** Days that count until a pause that still lasts, or all of them. */
  readonly counted: number;
  /** Days that count in all: a month's are those of its calendar. */
  readonly wanted: number;
  /** Its last day before 顺延; null while a pause lasts. */
  readonly nominal: string | null;
  readonly due: string | null;
}

export interface Reckoning {
  /** Null while a pause lasts: then nobody knows. */
  readonly dueOn: string | null;
  /** 暂定: a day of the sum lies in a year whose table is not there yet. */
  readonly provisional: boolean;
  readonly legs: readonly Leg[];
}

function isPaused(on: string, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => on >= from && (to === null || on < to));
}

function taken(on: string, unit: ClockUnit, terms: ClockTerms, calendar: WorkCalendar): DayTaken {
  if (isPaused(on, terms.pauses)) return 'paused';
  return unit !== 'workday' || isWorkday(on, calendar) ? 'counts' : 'off';
}

const lasts = (on: string, pauses: readonly Pause[]): boolean =>
  pauses.some(({ from, to }) => to === null && on >= from);

function rolled(on: string, terms: ClockTerms, calendar: WorkCalendar): string | null {
  let day = on;
  while (!isWorkday(day, calendar) || isPaused(day, terms.pauses)) {
    if (lasts(day, terms.pauses)) return null;
    day = addDays(day, 1);
  }
  return day;
}

function walk(
  from: string,
  { unit, length }: Extension,
  terms: ClockTerms,
  calendar: WorkCalendar,
): Leg {
  const wanted = unit === 'month' ? daysBetween(from, addMonths(from, length)) : length;
  const days: SummedDay[] = [];
  let counted = 0;
  for (let on = from; counted < wanted; ) {
    on = addDays(on, 1);
    if (lasts(on, terms.pauses)) break;
    const day = { on, taken: taken(on, unit, terms, calendar) };
    days.push(day);
    if (day.taken === 'counts') counted += 1;
  }
  const nominal = counted < wanted ? null : (days.at(-1)?.on ?? from);
  const due = nominal && terms.rollsOver ? rolled(nominal, terms, calendar) : nominal;
  return { from, unit, length, days, counted, wanted, nominal, due };
}

/** Years whose table the sum asked for and did not find. */
function unknownYears(leg: Leg, rollsOver: boolean, calendar: WorkCalendar): number[] {
  const last = leg.due ?? leg.days.at(-1)?.on ?? leg.from;
  const first = leg.unit === 'workday' ? leg.from : (leg.nominal ?? last);
  if (leg.unit !== 'workday' && !rollsOver) return [];
  const [a, b] = [first, last].map((on) => Number(on.slice(0, 4))) as [number, number];
  return Array.from({ length: b - a + 1 }, (_, n) => a + n).filter((y) => !hasTable(y, calendar));
}

/**
 * The last day of a deadline and the days it was summed from. Day 0 does not count; a month ends on the day of
 * the same number, or on its last (民法典 201, 202); a pause stops the count and an extension runs from the due
 * day in force, 顺延 included; 顺延 by the table of holidays and the law's own days (民法典 203).
 */
export function reckon(terms: ClockTerms, calendar: WorkCalendar): Reckoning {
  const first = walk(terms.start, terms, terms, calendar);
  const legs = [first];
  if (terms.extension && first.due) {
    legs.push(walk(first.due, terms.extension, terms, calendar));
  }
  const provisional = legs.some((leg) => unknownYears(leg, terms.rollsOver, calendar).length > 0);
  return { dueOn: legs.at(-1)?.due ?? null, provisional, legs };
}

/**
 * The instant from which a deadline is missed: 00:00 in Shanghai of the day after, or the close of business of
 * the day itself where its kind says so (民法典 203).
 * @param dueOn `YYYY-MM-DD`
 * @param closesAt `HH:MM`; null for the end of the day
 */
export function lateFrom(dueOn: string, closesAt: string | null): Date {
  if (closesAt === null) return startOfDay(addDays(dueOn, 1));
  const at = parseLocalDateTime(`${dueOn}T${closesAt}`);
  if (!at) throw new RangeError('not a time of the day');
  return at;
}

/** The day so many days (working days for such a clock) before the last one; both `YYYY-MM-DD`. */
export const warnDay = (
  dueOn: string,
  before: number,
  unit: ClockUnit,
  calendar: WorkCalendar,
): string => (unit === 'workday' ? addWorkdays(dueOn, -before, calendar) : addDays(dueOn, -before));
