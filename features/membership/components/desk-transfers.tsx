import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/dates';
import type { TransferLine } from '../queries/desk-transfers';

interface TransferTableProps {
  caption: string;
  lines: readonly TransferLine[];
  now: Date;
}

/** 转会登记 of the desk: who asks, for which union, since when. */
export function TransferTable({ caption, lines, now }: TransferTableProps) {
  const columns: Column<TransferLine>[] = [
    {
      head: '谁要转',
      cell: (line) => (
        <>
          <AppLink href={`/desk/transfers?case=${line.id}`} className="link font-semibold">
            {line.name ?? '未留姓名'}
          </AppLink>
          <p className="text-meta text-ink-3">
            {line.number}，手机尾号 {line.phoneTail}
          </p>
        </>
      ),
    },
    { head: '转到', cell: (line) => line.unionName },
    {
      head: '状态',
      cell: (line) =>
        line.status === 'requested' ? (
          <Tag tone="info">待答复</Tag>
        ) : (
          <Tag tone="neutral">已答复</Tag>
        ),
      className: 'whitespace-nowrap',
    },
    {
      head: '登记',
      cell: (line) => formatDateTime(line.createdAt, now),
      className: 'whitespace-nowrap',
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={lines}
      keyOf={(line) => line.id}
      empty={
        <EmptyState icon="inbox" title="没有待答复的转会登记">
          有人入会时证件号已有会籍，会登记到这里。
        </EmptyState>
      }
    />
  );
}
