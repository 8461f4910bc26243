import { gradeBand } from '@/features/family/rules/grade';
import { childcareDetails, type OfferingRules } from '@/features/offerings/schema/offering';

/** What is special to a 托管班: the grade after the summer, meals, who looks after them (domain.md §3.2). */
export function childcareFacts(details: Record<string, unknown>, rules: OfferingRules) {
  const facts: { label: string; value: string }[] = [];
  if (rules.gradeMin !== undefined || rules.gradeMax !== undefined) {
    facts.push({ label: '年级', value: gradeBand(rules.gradeMin, rules.gradeMax) });
  }
  const d = childcareDetails.safeParse(details);
  if (!d.success) return facts;
  if (d.data.meals) facts.push({ label: '用餐', value: d.data.meals });
  if (d.data.staff) facts.push({ label: '看护', value: d.data.staff });
  return facts;
}
