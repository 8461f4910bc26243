import { addWorkdays, type WorkCalendar } from '@/lib/calendar/workdays';
import { ageOn } from '@/lib/dates';

/**
 * How many desks an application passes: the union's own setting, else the federation's; two only
 * where there is a parent to confirm (基层 → 镇街). Source: domain.md §1.4.
 */
export const reviewStepsOf = (
  union: { reviewSteps: number | null; parentId: string | null },
  setting: number,
): number => (union.parentId === null ? 1 : (union.reviewSteps ?? setting));

/**
 * Last day to answer; the day of submission does not count (Civil Code art. 201). `YYYY-MM-DD`.
 */
export const dueOn = (today: string, slaDays: number, calendar: WorkCalendar): string =>
  addWorkdays(today, slaDays, calendar);

/**
 * Day on which the desk is reminded. Source: domain.md §1.4. `YYYY-MM-DD`.
 */
export const reminderOn = (
  submittedOn: string,
  reminderDays: number,
  calendar: WorkCalendar,
): string => addWorkdays(submittedOn, reminderDays, calendar);

/**
 * Past its last day: the case passes to the parent union (上级工会). Source: domain.md §1.4, §5.1.
 */
export const isOverdue = (due: string, today: string): boolean => today > due;

/** Working age; under 18 is no obstacle (domain.md §1.6). */
export const isOfAge = (birthOn: string, today: string, minimumAge: number): boolean =>
  ageOn(birthOn, today) >= minimumAge;

/**
 * The latest last day that is near enough to remind of today: with 5 days to answer and a reminder at
 * the 3rd, whatever is due within 2 more working days.
 */
export const remindsFrom = (
  today: string,
  days: { slaDays: number; reminderDays: number },
  calendar: WorkCalendar,
): string => addWorkdays(today, Math.max(0, days.slaDays - days.reminderDays), calendar);
