import { gradeBand, gradeLabel, gradeOn } from '@/features/family/rules/grade';
import { todayOn } from '@/lib/dates';
import type { Rule } from './facts';

/**
 * Grade of the coming school year: most notices leave out children about to enter grade 1 (domain.md §3.2).
 * Null without a band.
 */
export const grade: Rule = ({ offering, attendee, session, now }) => {
  const { gradeMin, gradeMax } = offering.rules;
  if (gradeMin === undefined && gradeMax === undefined) return null;
  const on = todayOn(session?.startsAt ?? now);
  const season = Number(on.slice(5, 7)) >= 6 ? '秋季读' : '在读';
  const reason = `${season}${gradeBand(gradeMin, gradeMax)}`;
  if (attendee.schoolEntryYear === null) {
    return { rule: 'grade', outcome: 'fail', reason, note: '只面向在校的孩子' };
  }
  const actual = gradeOn(attendee.schoolEntryYear, on);
  const note = `${attendee.name}：${gradeLabel(actual)}`;
  const fits = actual >= (gradeMin ?? 1) && actual <= (gradeMax ?? 12);
  if (fits) return { rule: 'grade', outcome: 'pass', reason, note };
  return {
    rule: 'grade',
    outcome: 'fail',
    reason,
    note,
    fix: {
      text: '入学年份填错了？去改孩子资料',
      href: attendee.childId ? `/me/family/${attendee.childId}` : '/me/family',
    },
  };
};
