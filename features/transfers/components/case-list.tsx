import { Section } from '@/components/ui/card';
import { CaseTable } from '@/components/ui/case-table';
import { formatDay, todayOn } from '@/lib/dates';
import type { MembershipCaseLine } from '../queries/membership-cases';
import { caseState } from '../rules/case-state';
import { caseKindLabels } from '../rules/membership-cases';

/** Cases of 自动退会 and 除名 that are open; nothing where there are none. */
export function CaseList({
  lines,
  today,
}: {
  lines: readonly MembershipCaseLine[];
  today: string;
}) {
  if (lines.length === 0) return null;
  return (
    <Section title="自动退会、除名">
      <CaseTable
        caption="在办的自动退会、除名"
        heads={{ title: '谁', about: '什么', since: '登记' }}
        lines={lines.map((line) => ({
          id: line.id,
          href: `/desk/transfers/cases/${line.id}`,
          title: line.name ?? line.memberNo,
          sub: line.union,
          about: caseKindLabels[line.kind],
          waiting: true,
          status: caseState(line, today),
          since: formatDay(todayOn(line.openedAt), today),
        }))}
        empty={null}
      />
    </Section>
  );
}
