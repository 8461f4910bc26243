import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { formatCount } from '@/lib/format';
import type { SecondmentPage } from '../queries/secondments';
import { secondmentLabels } from '../rules/secondment';
import { spanOf, stateTones } from './secondment-lines';

const path = '/desk/secondments';
const address = (over: boolean, page: number) => {
  const query = new URLSearchParams({
    ...(over && { view: 'over' }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
};

/** Whom the officer's unions lend, and whom they have taken in. */
export function SecondmentTable({ page, over }: { page: SecondmentPage; over: boolean }) {
  const { rows, total, page: at, pages } = page;
  return (
    <>
      <div className="mb-4">
        <Chips
          label="看哪些"
          chips={[
            { label: '没到期', href: address(false, 1), current: !over },
            { label: '结束或取消', href: address(true, 1), current: over },
          ]}
        />
      </div>
      <DataTable
        caption="借调"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: '会员',
            // Only the home union has a page of its member.
            cell: ({ personId, name, lent }) =>
              lent ? <TextLink href={`/desk/members/${personId}`}>{name}</TextLink> : name,
          },
          { head: '会籍所在', cell: ({ home }) => home },
          { head: '借调到', cell: ({ host }) => host },
          { head: '期间', cell: (row) => spanOf(row) },
          { head: '原因', cell: ({ reason }) => reason },
          {
            head: '现在',
            cell: ({ state }) => <Tag tone={stateTones[state]}>{secondmentLabels[state]}</Tag>,
          },
        ]}
        empty={
          <EmptyState title={over ? '没有结束的借调' : '没有借调'}>
            在会员的页面登记；会籍不动，到期自动结束。
          </EmptyState>
        }
        foot={
          total > 0 ? (
            <Pagination
              summary={`共 ${formatCount(total)} 条，第 ${at} / ${pages} 页`}
              previousHref={at > 1 ? address(over, at - 1) : null}
              nextHref={at < pages ? address(over, at + 1) : null}
            />
          ) : undefined
        }
      />
    </>
  );
}
