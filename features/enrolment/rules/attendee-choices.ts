import { gradeLabel, gradeOn } from '@/features/family/rules/grade';
import { ageOn, todayOn } from '@/lib/dates';

interface ChildFacts {
  readonly sex: 'male' | 'female';
  readonly birthOn: string;
  readonly schoolEntryYear: number;
  readonly relation: string | null;
}

function kinship({ sex, relation }: ChildFacts): string {
  if (relation !== 'father' && relation !== 'mother') return sex === 'female' ? '女孩' : '男孩';
  return sex === 'female' ? '女儿' : '儿子';
}

/** 女儿 · 9 岁 · 秋季读三年级; the grade is the one of the session's school year. */
export function childHint(child: ChildFacts, now: Date, sessionOn: string): string {
  const grade = gradeLabel(gradeOn(child.schoolEntryYear, sessionOn));
  const season =
    Number(sessionOn.slice(5, 7)) >= 6 && todayOn(now) < `${sessionOn.slice(0, 4)}-09-01`;
  return [
    kinship(child),
    `${ageOn(child.birthOn, todayOn(now))} 岁`,
    `${season ? '秋季读' : '读'}${grade}`,
  ].join(' · ');
}

/**
 * 陆**，三年级，女孩: how the desk tells one child of a family from another without a name.
 * @param today `YYYY-MM-DD`
 */
export const maskedChildWords = (
  child: Pick<ChildFacts, 'sex' | 'schoolEntryYear'> & { readonly masked: string },
  today: string,
): string => {
  const grade = gradeLabel(gradeOn(child.schoolEntryYear, today));
  return `${child.masked}，${grade}，${child.sex === 'female' ? '女孩' : '男孩'}`;
};
