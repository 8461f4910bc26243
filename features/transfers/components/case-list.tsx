import { Section } from '@/components/ui/card';
import { CaseTable } from '@/components/ui/case-table';
import { formatDay, todayOn } from '@/lib/dates';
import type { MembershipCaseLine } from '../queries/membership-cases';
import { caseKindLabels } from '../rules/membership-cases';

const stateOf = ({ kind, readyOn, warnings }: MembershipCaseLine, today: string) => {
  if (kind === 'expel') return '等上级来定';
  if (readyOn === null) return `教育了 ${warnings.length} 次`;
  return readyOn <= today ? '可以提出来定' : `${formatDay(readyOn, today)}起可以定`;
};

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
          status: stateOf(line, today),
          since: formatDay(todayOn(line.openedAt), today),
        }))}
        empty={null}
      />
    </Section>
  );
}
