import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { placeName } from '@/features/organisations/rules/place-name';
import { formatCount } from '@/lib/format';
import { portal } from '@/lib/portal/portal';
import type { listVenues } from '../queries/venues';
import type { VenueFilter } from '../schema/venue';

const path = '/desk/venues';

function address(filter: VenueFilter, change: Partial<VenueFilter>): string {
  const wanted = Object.entries({ ...filter, ...change });
  const given = wanted.filter(([, value]) => value && value !== 1);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Search as a form, in use or closed as links. */
export function VenueSearch(props: { filter: VenueFilter; words?: string; lost: boolean }) {
  const { filter, words, lost } = props;
  const chip = (label: string, state: VenueFilter['state']) => ({
    label,
    href: address(filter, { state, page: 1 }),
    current: filter.state === state,
  });
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <SearchBox
        label="搜名称、地址、单位"
        to={path}
        words={words}
        lost={lost}
        keep={{ state: filter.state }}
        className="w-[22em] max-w-full"
      />
      <Chips label="状态" chips={[chip('在用', undefined), chip('已停用', 'closed')]} wrap />
    </div>
  );
}

interface TableProps {
  page: Awaited<ReturnType<typeof listVenues>>;
  filter: VenueFilter;
}

/** The register: where it is, how many it holds, what is to come in it. */
export function VenueTable({ page, filter }: TableProps) {
  const { rows, total, page: at, pages } = page;
  const asked = Boolean(filter.q) || filter.state === 'closed';
  return (
    <DataTable
      caption="地点"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: '名称',
          cell: (row) =>
            row.mine ? <TextLink href={`${path}/${row.id}`}>{row.name}</TextLink> : row.name,
        },
        { head: portal().townWord, cell: (row) => placeName(row.town ?? '') },
        { head: '地址', cell: (row) => row.address },
        { head: '容纳', right: true, cell: (row) => row.capacity ?? '' },
        { head: '待办场次', right: true, cell: (row) => row.coming },
        { head: '管理单位', cell: (row) => row.keeper },
      ]}
      empty={
        asked ? (
          <EmptyState
            icon="pin"
            title={filter.q ? '没有找到' : '没有停用的地点'}
            action={
              <LinkButton variant="secondary" href={path}>
                看在用的全部地点
              </LinkButton>
            }
          >
            {filter.q ? '换几个字再试：名称、地址或管理单位。' : '停用的地点，排场次时选不到。'}
          </EmptyState>
        ) : (
          <EmptyState
            icon="pin"
            title="还没有登记地点"
            action={
              <LinkButton variant="secondary" href={`${path}/new`}>
                登记地点
              </LinkButton>
            }
          >
            常用的会议室、教室登记一次，以后排场次直接选。
          </EmptyState>
        )
      }
      foot={
        pages > 1 && (
          <Pagination
            summary={`第 ${at} 页，共 ${pages} 页，${formatCount(total)} 处`}
            previousHref={at > 1 ? address(filter, { page: at - 1 }) : null}
            nextHref={at < pages ? address(filter, { page: at + 1 }) : null}
          />
        )
      }
    />
  );
}
