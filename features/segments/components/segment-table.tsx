import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { formatShortDateTime } from '@/lib/dates';
import type { listSegments, SegmentItem } from '../queries/segments';
import type { SegmentFilter } from '../schema/segment';

const columnsOn = (now: Date): Column<SegmentItem>[] => [
  {
    head: '名称',
    cell: (s) => (
      <>
        <TextLink href={`/desk/segments/${s.id}`}>{s.name}</TextLink>
        {s.problems.length > 0 && (
          <Tag tone="warning" className="ml-2">
            条件要改
          </Tag>
        )}
      </>
    ),
    className: 'min-w-[10em]',
  },
  {
    head: '条件',
    cell: (s) =>
      s.lines
        .map((line) => line.words)
        .slice(0, 4)
        .join('；') + (s.lines.length > 4 ? '…' : ''),
  },
  {
    head: '管理单位',
    cell: (s) => (
      <>
        {s.organisation}
        {!s.mine && <Tag className="ml-2">上级共享</Tag>}
      </>
    ),
  },
  {
    head: '改动',
    cell: (s) => `${s.creator}建，${formatShortDateTime(s.updatedAt, now)}`,
  },
];

const hrefOf = ({ state, page }: Partial<SegmentFilter>) => {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(page && page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `/desk/segments?${query}` : '/desk/segments';
};

interface TableProps {
  found: Awaited<ReturnType<typeof listSegments>>;
  filter: SegmentFilter;
}

/** The 人群 that an officer may use, and those that were put away. */
export function SegmentTable({ found, filter: { state } }: TableProps) {
  const { items, page, pages, total, now } = found;
  return (
    <>
      <div className="mb-3">
        <Chips
          label="看哪些"
          chips={[
            { label: '在用', href: hrefOf({}), current: !state },
            { label: '已归档', href: hrefOf({ state: 'archived' }), current: state === 'archived' },
          ]}
        />
      </div>
      <DataTable
        caption="人群"
        columns={columnsOn(now)}
        rows={items}
        keyOf={(s) => s.id}
        empty={
          state ? (
            <EmptyState title="没有归档的人群">归档的人群在这里，可以恢复。</EmptyState>
          ) : (
            <EmptyState
              icon="users"
              title="还没有人群"
              action={<TextLink href="/desk/segments/new">建第一个人群</TextLink>}
            >
              把常用的条件存下来：按工会、职业、年龄、入会时间、参加过的服务、最近登录。
            </EmptyState>
          )
        }
        foot={
          <Pagination
            summary={`共 ${total} 个`}
            previousHref={page > 1 ? hrefOf({ state, page: page - 1 }) : null}
            nextHref={page < pages ? hrefOf({ state, page: page + 1 }) : null}
          />
        }
      />
    </>
  );
}
