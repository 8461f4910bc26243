import { ageOn, formatDay, todayOn } from '@/lib/dates';
import type { Rule } from './facts';

function band(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `${max} 周岁及以下`;
  return max === undefined ? `${min} 周岁及以上` : `${min}–${max} 周岁`;
}

/**
 * Full years on the first day of the session (today while none is chosen); bands are the notice's. Null
 * without a band. Source: domain.md §3.4.
 */
export const age: Rule = ({ offering, attendee, session, now }) => {
  const { ageMin, ageMax } = offering.rules;
  if (ageMin === undefined && ageMax === undefined) return null;
  const words = `年龄 ${band(ageMin, ageMax)}`;
  if (!attendee.birthOn) {
    return {
      rule: 'age',
      outcome: 'fail',
      reason: words,
      note: '还没有您的出生日期，入会时会从证件读取',
      fix: { text: '去申请入会', href: '/guide/join' },
    };
  }
  const on = todayOn(session?.startsAt ?? now);
  const years = ageOn(attendee.birthOn, on);
  const note = `${attendee.isChild ? attendee.name : '您'}：${session ? `${formatDay(on, todayOn(now))}当天` : '今天'} ${years} 周岁`;
  const fits = years >= (ageMin ?? 0) && years <= (ageMax ?? 200);
  if (fits) return { rule: 'age', outcome: 'pass', reason: words, note };
  const young = years < (ageMin ?? 0);
  return {
    rule: 'age',
    outcome: 'fail',
    reason: words,
    note,
    fix: { text: young ? '到年龄后再报，或看看其他服务' : '看看其他服务', href: '/services' },
  };
};
