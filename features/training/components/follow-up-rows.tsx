import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/dates';
import type { FollowUpRows } from '../queries/follow-ups';
import { followUpLabels } from '../rules/follow-up';

interface FollowUpRowsTableProps {
  found: FollowUpRows;
  page: number;
  href: (page: number) => string;
}

/** Who stands behind a number: names masked. */
export function FollowUpRowsTable({ found, page, href }: FollowUpRowsTableProps) {
  const { rows, pages, total, now } = found;
  return (
    <DataTable
      caption="回访名单"
      rows={rows}
      keyOf={(r) => r.id}
      columns={[
        {
          head: '姓名',
          cell: (r) => (
            <>
              <b>{r.attendee}</b> <span className="text-ink-2">{r.phoneTail}</span>
            </>
          ),
          className: 'whitespace-nowrap',
        },
        { head: '预约号', cell: (r) => r.number },
        { head: '场次', cell: (r) => r.session },
        {
          head: '去向',
          cell: (r) => (r.answer ? followUpLabels[r.answer] : <Tag>还没答</Tag>),
        },
        {
          head: '什么时候答的',
          cell: (r) => (r.answeredAt ? formatDateTime(r.answeredAt, now) : '—'),
        },
      ]}
      empty={<EmptyState title="没有人">超过 3 年的只留人数，不留名单。</EmptyState>}
      foot={
        pages > 1 && (
          <Pagination
            summary={`第 ${page} / ${pages} 页，共 ${total} 人`}
            previousHref={page > 1 ? href(page - 1) : null}
            nextHref={page < pages ? href(page + 1) : null}
          />
        )
      }
    />
  );
}
