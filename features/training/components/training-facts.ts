import { type certificateKinds, trainingDetails } from '@/features/offerings/schema/offering';

type Certificate = (typeof certificateKinds)[number];

export const certificateLabels: Record<Certificate, string> = {
  none: '不发证',
  completion: '结业证',
  qualification: '培训合格证',
  skill: '职业技能等级证书',
  special: '专项职业能力证书',
};

/** What is special to a training: trade, hours, who teaches, for whom, which certificate (domain.md §3.3). */
export function trainingFacts(details: Record<string, unknown>) {
  const d = trainingDetails.safeParse(details);
  if (!d.success) return [];
  const { occupation, hours, organiser, teacher, targetGroups, certificate, attendanceNeeded } =
    d.data;
  const facts: { label: string; value: string }[] = [];
  if (occupation) facts.push({ label: '工种', value: occupation });
  if (hours) facts.push({ label: '学时', value: `${hours} 学时` });
  if (organiser) facts.push({ label: '培训机构', value: organiser });
  if (teacher) facts.push({ label: '老师', value: teacher });
  if (targetGroups.length > 0) facts.push({ label: '面向', value: targetGroups.join('、') });
  if (certificate !== 'none') {
    const needs = certificate === 'completion' ? `，出勤达到 ${attendanceNeeded}% 发证` : '';
    facts.push({ label: '证书', value: `${certificateLabels[certificate]}${needs}` });
  }
  return facts;
}
