import { schoolYearDay } from '@/features/eligibility/rules/school-age';
import { usualEntryYear } from '@/features/family/rules/children';
import { gradeOn } from '@/features/family/rules/grade';
import type { OfferingRules } from '@/features/offerings/schema/offering';
import { ageOn } from '@/lib/dates';

const within = (n: number, min: number | undefined, max: number | undefined) =>
  n >= (min ?? Number.NEGATIVE_INFINITY) && n <= (max ?? Number.POSITIVE_INFINITY);

/** Birth dates at which any band can begin or end: first and last of each month, the window's own. */
function birthDays({ bornFrom, bornTo }: OfferingRules, on: string): string[] {
  const year = Number(on.slice(0, 4));
  const months = Array.from({ length: 19 * 12 }, (_, n) => new Date(Date.UTC(year - 18, n, 1)));
  const days = months.flatMap((first) => {
    const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
    return [first, last].map((date) => date.toISOString().slice(0, 10));
  });
  return [...days, bornFrom, bornTo].filter((day) => day !== undefined && day <= on) as string[];
}

/**
 * Whether the bands of a class leave room for any child at all, a year early or late in school
 * included: age, birthday window, school age and grade together. Children are registered when they
 * are needed, so the ones on the books prove nothing.
 * @param on the day looked at, `YYYY-MM-DD`
 */
export function someChildFits(rules: OfferingRules, on: string): boolean {
  const { ageMin, ageMax, bornFrom, bornTo, schoolAgeMin, schoolAgeMax, gradeMin, gradeMax } =
    rules;
  const graded = gradeMin !== undefined || gradeMax !== undefined;
  return birthDays(rules, on).some((birthOn) => {
    if (!within(ageOn(birthOn, on), ageMin, ageMax)) return false;
    if (birthOn < (bornFrom ?? '') || birthOn > (bornTo ?? '9999')) return false;
    if (!within(ageOn(birthOn, schoolYearDay(on)), schoolAgeMin, schoolAgeMax)) return false;
    if (!graded) return true;
    return [-1, 0, 1].some((late) =>
      within(gradeOn(usualEntryYear(birthOn) + late, on), gradeMin ?? 1, gradeMax ?? 12),
    );
  });
}
