import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDateTime } from '@/lib/dates';
import type { TransferLine } from '../queries/desk-transfers';
import { requestTitles } from '../rules/membership-requests';

interface TransferTableProps {
  caption: string;
  lines: readonly TransferLine[];
  now: Date;
}

/** 会籍登记 of the desk: who asks for what, since when. */
export function TransferTable({ caption, lines, now }: TransferTableProps) {
  return (
    <CaseTable
      caption={caption}
      heads={{ title: '谁', about: '登记什么', since: '登记' }}
      lines={lines.map((line) => ({
        id: line.id,
        href: `/desk/transfers?case=${line.id}`,
        title: line.name ?? '未留姓名',
        sub: `${line.number}，手机尾号 ${line.phoneTail}`,
        about: line.kind === 'joining' ? `转会到${line.unionName}` : requestTitles[line.kind],
        waiting: line.status === 'requested',
        status: line.status === 'requested' ? '待答复' : '已答复',
        since: formatDateTime(line.createdAt, now),
      }))}
      empty={
        <EmptyState icon="inbox" title="没有待答复的会籍登记">
          会员登记转会、退会、改职业单位，或入会时证件号已有会籍，都到这里。
        </EmptyState>
      }
    />
  );
}
