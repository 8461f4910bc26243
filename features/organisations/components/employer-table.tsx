import { TextLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { formatCount } from '@/lib/format';
import { portal } from '@/lib/portal/portal';
import type { EmployerPage } from '../queries/employers';
import { placeName } from '../rules/place-name';
import type { EmployerFilter } from '../schema/employer';

export function employersHref(filter: EmployerFilter, change: Partial<EmployerFilter>): string {
  const wanted = Object.entries({ ...filter, ...change });
  const given = wanted.filter(([, value]) => value !== '' && value !== 1);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/desk/organisations/employers${query.size > 0 ? `?${query}` : ''}`;
}

/** The list of employers: which union each has, how many people work there. */
export function EmployerTable({
  page,
  filter,
  mayEdit,
}: {
  page: EmployerPage;
  filter: EmployerFilter;
  mayEdit: boolean;
}) {
  const { rows, total, page: at, pages } = page;
  return (
    <DataTable
      caption="用人单位"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: '单位',
          cell: (row) =>
            mayEdit ? (
              <TextLink href={`/desk/organisations/employers/${row.id}`}>{row.name}</TextLink>
            ) : (
              row.name
            ),
        },
        { head: '信用代码', cell: (row) => row.uscc ?? '未填' },
        { head: portal().townWord, cell: (row) => placeName(row.townName ?? '') },
        {
          head: '工会',
          cell: (row) => row.unionName ?? <span className="text-warning">还没有工会</span>,
        },
        { head: '行业', cell: (row) => row.industry ?? '' },
        {
          head: '职工',
          right: true,
          cell: (row) => (row.staffCount === null ? '' : formatCount(row.staffCount)),
        },
      ]}
      empty={<EmptyState icon="building" title="没有符合条件的单位" />}
      foot={
        <Pagination
          summary={`第 ${at} 页，共 ${pages} 页，${formatCount(total)} 家`}
          previousHref={at > 1 ? employersHref(filter, { page: at - 1 }) : null}
          nextHref={at < pages ? employersHref(filter, { page: at + 1 }) : null}
        />
      }
    />
  );
}
