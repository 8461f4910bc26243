import { ageOn, formatFullDay, todayOn } from '@/lib/dates';
import type { Rule } from './facts';

/**
 * 31 August before which the age is counted. From June on the coming school year counts, as for the
 * grade: a summer class is for those who are so old when school begins. `YYYY-MM-DD`.
 */
export function schoolYearDay(on: string): string {
  const year = Number(on.slice(0, 4));
  return `${Number(on.slice(5, 7)) >= 6 ? year : year - 1}-08-31`;
}

/** An age band by school years in words, open at one end when that end is undefined: 学年满 3–5 周岁. */
export function schoolAgeWords(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `学年 8 月 31 日不超过 ${max} 周岁`;
  if (max === undefined) return `学年 8 月 31 日满 ${min} 周岁`;
  return `学年 8 月 31 日 ${min === max ? min : `${min}–${max}`} 周岁`;
}

/**
 * Age bands as schools count them: born 1 September to 31 August, without a year that must be moved on.
 * Null without a band. Source: domain.md §3.4.
 */
export const schoolAge: Rule = ({ offering, attendee, session, now }) => {
  const { schoolAgeMin: min, schoolAgeMax: max } = offering.rules;
  if (min === undefined && max === undefined) return null;
  const reason = schoolAgeWords(min, max);
  if (!attendee.birthOn) {
    const fix = { text: '去申请入会', href: '/guide/join' };
    return { rule: 'school_age', outcome: 'fail', reason, note: '还没有出生日期', fix };
  }
  const day = schoolYearDay(todayOn(session?.startsAt ?? now));
  const years = ageOn(attendee.birthOn, day);
  const note = `${attendee.isChild ? attendee.name : '您'}：${formatFullDay(day)} ${years} 周岁`;
  const fits = years >= (min ?? 0) && years <= (max ?? 200);
  if (fits) return { rule: 'school_age', outcome: 'pass', reason, note };
  return {
    rule: 'school_age',
    outcome: 'fail',
    reason,
    note,
    fix:
      years < (min ?? 0)
        ? { text: '明年再报，或看看其他服务', href: '/services' }
        : { text: '看看其他服务', href: '/services' },
  };
};
