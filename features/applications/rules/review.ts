import { type KindTerms, workdayTerms } from '@/features/clocks/rules/due';
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
 * The time to answer: so many working days, with a reminder at the given one; late, the case goes to the parent
 * union. With 5 days and a reminder at the 3rd, it is reminded 2 working days before. Source: domain.md §1.4.
 */
export const answerTerms = (days: { slaDays: number; reminderDays: number }): KindTerms => ({
  ...workdayTerms(days.slaDays),
  warnBefore: Math.max(0, days.slaDays - days.reminderDays),
});

/**
 * Past its last day: the case passes to the parent union (上级工会). Source: domain.md §1.4, §5.1.
 */
export const isOverdue = (due: string, today: string): boolean => today > due;

/** Working age; under 18 is no obstacle (domain.md §1.6). */
export const isOfAge = (birthOn: string, today: string, minimumAge: number): boolean =>
  ageOn(birthOn, today) >= minimumAge;
