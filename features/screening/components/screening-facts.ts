import { screeningDetails } from '@/features/offerings/schema/offering';

/** What is special to a screening: which checks, and the hospital's own phone (domain.md §3.1). */
export function screeningFacts(details: Record<string, unknown>) {
  const d = screeningDetails.safeParse(details);
  if (!d.success) return [];
  const facts: { label: string; value: string }[] = [];
  if (d.data.items.length > 0) facts.push({ label: '项目', value: d.data.items.join('、') });
  if (d.data.hospitalPhone) facts.push({ label: '医院电话', value: d.data.hospitalPhone });
  return facts;
}
