import { todayOn } from '@/lib/dates';
import type { FamilyYear, Rule } from './facts';

/** The yearly limit of a family in words: 每个家庭每年最多 1 次（同类服务）. */
export const familyYearWords = (most: number, of: 'kind' | 'course'): string =>
  `每个家庭每年最多 ${most} 次（${of === 'kind' ? '同类服务' : '同一课程'}）`;

/** How many places the family holds in the year in which the session begins, its own booking aside. */
const takenIn = (family: FamilyYear, year: number, session: string): number =>
  family.places.filter((b) => b.year === year && !(b.own && b.sessionId === session)).length;

/**
 * So many places a year for a family: everybody who is a guardian of the same child, and their children.
 * Counted is what holds a place, in the calendar year of the first day; whoever waits or stands in a draw is
 * judged when it is their turn. What the others have is not said, only how many. Null without a limit.
 * Source: domain.md §3.4.
 */
export const familyYear: Rule = ({ offering, session, familyYear: family }) => {
  const { familyYearLimit: most, familyYearOf } = offering.rules;
  if (most === undefined) return null;
  const reason = familyYearWords(most, familyYearOf);
  if (!session)
    return { rule: 'family_year', outcome: 'pass', reason, note: '按上课第一天算哪一年' };
  const year = Number(todayOn(session.startsAt).slice(0, 4));
  const taken = family ? takenIn(family, year, session.id) : 0;
  const note = `您家 ${year} 年已用 ${taken} 次`;
  if (taken < most) return { rule: 'family_year', outcome: 'pass', reason, note };
  return {
    rule: 'family_year',
    outcome: 'fail',
    reason,
    note,
    fix: { text: '想换人，先请家人取消已有的；或等下一年的场次' },
  };
};
