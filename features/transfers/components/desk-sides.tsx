import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDay } from '@/lib/dates';
import type { DeskSide } from '../queries/desk-sides';
import { sideLabels, transferLabels } from '../rules/two-sides';

interface DeskSidesProps {
  caption: string;
  lines: readonly DeskSide[];
  today: string;
}

const until = ({ status, sideStatus, dueOn, effectiveOn }: DeskSide, today: string) => {
  if (status === 'done' && effectiveOn) return `${formatDay(effectiveOn, today)}起`;
  if (status !== 'open') return '';
  if (sideStatus === 'stopped') return '暂停中';
  return dueOn ? `${formatDay(dueOn, today)}前` : '已过期，请尽快';
};

/** 转会 at a desk: which way, how this side stands, until when. */
export function DeskSides({ caption, lines, today }: DeskSidesProps) {
  return (
    <CaseTable
      caption={caption}
      heads={{ title: '转会', about: '从哪到哪', since: '什么时候' }}
      lines={lines.map((line) => ({
        id: `${line.id}:${line.side}`,
        href: `/desk/transfers/${line.id}`,
        title: line.name ?? line.number,
        sub: `${line.side === 'out' ? '转出' : '转入'}，${line.number}`,
        about: `${line.from} → ${line.to}`,
        waiting: line.status === 'open',
        status: line.status === 'open' ? sideLabels[line.sideStatus] : transferLabels[line.status],
        since: until(line, today),
      }))}
      empty={
        <EmptyState icon="inbox" title="没有等您答复的转会">
          会员从手机上转会，转出、转入两边分别答复，都到这里。
        </EmptyState>
      }
    />
  );
}
