import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { kindLabels } from '@/features/programmes/schema/offering';
import { formatDateTime } from '@/lib/dates';
import type { AppealLine } from '../queries/desk-appeals';
import { excuseLabels } from '../rules';

interface AppealTableProps {
  caption: string;
  lines: readonly AppealLine[];
  now: Date;
}

/** Appeals of one's own offerings: who (masked), what was missed, since when it waits. */
export function AppealTable({ caption, lines, now }: AppealTableProps) {
  const columns: Column<AppealLine>[] = [
    {
      head: '谁，哪一场',
      cell: (l) => (
        <>
          <AppLink href={`/desk/appeals?case=${l.bookingId}`} className="link font-semibold">
            {l.attendee} {l.title}
          </AppLink>
          <p className="text-meta text-ink-3">
            {kindLabels[l.kind]}，{formatDateTime(l.startsAt, now)}，{l.number}
          </p>
        </>
      ),
    },
    {
      head: '状态',
      cell: (l) => (
        <Tag tone={l.status === 'waiting' ? 'info' : 'neutral'}>{excuseLabels[l.status]}</Tag>
      ),
      className: 'whitespace-nowrap',
    },
    {
      head: '提交',
      cell: (l) => formatDateTime(l.createdAt, now),
      className: 'whitespace-nowrap',
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={lines}
      keyOf={(l) => l.bookingId}
      empty={<EmptyState title="没有待答复的申诉">有人对爽约提出申诉，会列在这里。</EmptyState>}
    />
  );
}
