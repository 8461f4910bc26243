import { TextLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { placeName } from '@/features/organisations/rules/place-name';
import { formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { WithoutTermPage } from '../queries/without-term';

const path = '/desk/terms/missing';

/** 未登记任期的工会: each leads to the form that enters its term from the 批复. */
export function WithoutTermTable({ list }: { list: WithoutTermPage }) {
  const { rows, total, page, pages } = list;
  return (
    <DataTable
      caption="未登记任期的工会"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          head: '工会',
          cell: ({ id, name }) => (
            <TextLink href={`/desk/organisations/${id}/offices`}>{name}</TextLink>
          ),
        },
        { head: '辖区', cell: ({ town }) => (town ? placeName(town) : '区直') },
        {
          head: '建会日期',
          cell: ({ foundedOn }) => (foundedOn ? formatFullDay(foundedOn) : '没有登记'),
        },
      ]}
      empty={
        <EmptyState icon="check" title="都登记了任期">
          到期前会提醒工会和上级。
        </EmptyState>
      }
      foot={
        pages > 1 && (
          <Pagination
            summary={`第 ${page} 页，共 ${pages} 页，${formatCount(total)} 个`}
            previousHref={page > 1 ? `${path}?page=${page - 1}` : null}
            nextHref={page < pages ? `${path}?page=${page + 1}` : null}
          />
        )
      }
    />
  );
}
