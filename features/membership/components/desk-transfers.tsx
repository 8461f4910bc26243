import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDateTime } from '@/lib/dates';
import type { TransferLine } from '../queries/desk-transfers';

interface TransferTableProps {
  caption: string;
  lines: readonly TransferLine[];
  now: Date;
}

/** 转会登记 of the desk: who asks, for which union, since when. */
export function TransferTable({ caption, lines, now }: TransferTableProps) {
  return (
    <CaseTable
      caption={caption}
      heads={{ title: '谁要转', about: '转到', since: '登记' }}
      lines={lines.map((line) => ({
        id: line.id,
        href: `/desk/transfers?case=${line.id}`,
        title: line.name ?? '未留姓名',
        sub: `${line.number}，手机尾号 ${line.phoneTail}`,
        about: line.unionName,
        waiting: line.status === 'requested',
        status: line.status === 'requested' ? '待答复' : '已答复',
        since: formatDateTime(line.createdAt, now),
      }))}
      empty={
        <EmptyState icon="inbox" title="没有待答复的转会登记">
          有人入会时证件号已有会籍，会登记到这里。
        </EmptyState>
      }
    />
  );
}
