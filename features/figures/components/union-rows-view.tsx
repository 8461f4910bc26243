import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Breadcrumbs } from '@/components/ui/tabs';
import { formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { UnionRow, UnionRows } from '../queries/union-rows';
import { unionFiguresHref, unionRowsHref } from '../rules/figure-address';
import type { UnionRowsFilter } from '../schema';

/** The rows that one number of members, unions or employers counts. */
export function UnionRowsView({ found, filter }: { found: UnionRows; filter: UnionRowsFilter }) {
  const { figure, set, rows, total, pageSize, period, line, unit } = found;
  const { heads, labels = {}, href } = set.list;
  const asked = { from: period.from, to: period.to, unit: filter.unit };
  const first = (filter.page - 1) * pageSize + 1;
  const last = first + rows.length - 1;
  const page = (n: number) => unionRowsHref(asked, figure.id, filter.key, n);
  const columns: Column<UnionRow>[] = [
    {
      head: heads[0],
      cell: ({ title, opens }) =>
        opens ? <TextLink href={href(opens)}>{title ?? '没有登记'}</TextLink> : title,
    },
    { head: heads[1], cell: ({ place }) => place ?? '' },
    { head: heads[2], cell: ({ words }) => (words && (labels[words] ?? words)) || '没有登记' },
    { head: '日期', cell: ({ day }) => (day ? formatFullDay(day) : '没有登记') },
  ];
  const when =
    figure.time === 'period'
      ? `${formatFullDay(period.from)}至${formatFullDay(period.to)}`
      : figure.time === 'as_of'
        ? `截至${formatFullDay(period.to)}`
        : '现在';
  const where = line ?? unit.unit?.name;
  return (
    <>
      <Breadcrumbs
        trail={[{ label: '组织统计', href: unionFiguresHref(asked) }, { label: figure.label }]}
      />
      <PageHead title={where ? `${where}，${figure.label}` : figure.label}>
        {`${when}，${formatCount(total)} ${figure.unit}。${figure.about}`}
      </PageHead>
      <DataTable
        caption={`${figure.label}的名单`}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        empty={<EmptyState title="一行也没有">换一段时间再看</EmptyState>}
        foot={
          total > pageSize && (
            <Pagination
              summary={`${first}–${last}，共 ${formatCount(total)} ${figure.unit}`}
              previousHref={filter.page > 1 ? page(filter.page - 1) : null}
              nextHref={last < total ? page(filter.page + 1) : null}
            />
          )
        }
      />
    </>
  );
}
