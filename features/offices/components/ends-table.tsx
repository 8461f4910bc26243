import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { placeName } from '@/features/organisations/rules/place-name';
import { formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { EndingsPage } from '../queries/endings';
import { endKindLabels, endSortLabels, endViewLabels, endWhat } from '../rules/end-labels';
import { endState } from '../rules/term';
import { type EndsFilter, endSorts, endViews } from '../schema/ends';
import { EndMark } from './end-mark';

const path = '/desk/terms';
/** The address of the list with one thing asked otherwise. */
function href(filter: EndsFilter, change: Partial<EndsFilter>): string {
  const { view, kind, town, sort, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams({
    ...(view !== '6' && { view }),
    ...(kind && { kind }),
    ...(town && { town }),
    ...(sort !== 'soonest' && { sort }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
}

interface EndsProps {
  page: EndingsPage;
  filter: EndsFilter;
  today: string;
  soonDays: number;
}

function Filters({ page: { counts }, filter }: EndsProps) {
  return (
    <div className="mb-4 flex flex-col gap-3">
      <Chips
        label="多久到期"
        wrap
        chips={endViews.map((view) => ({
          label: `${endViewLabels[view]} ${formatCount(counts?.[view] ?? 0)}`,
          href: href(filter, { view }),
          current: filter.view === view,
        }))}
      />
      <Chips
        label="什么、怎么排"
        wrap
        chips={[
          { label: '任期和证书', href: href(filter, { kind: undefined }), current: !filter.kind },
          ...(['term', 'certificate'] as const).map((kind) => ({
            label: `只看${endKindLabels[kind]}`,
            href: href(filter, { kind }),
            current: filter.kind === kind,
          })),
          ...endSorts.map((sort) => ({
            label: endSortLabels[sort],
            href: href(filter, { sort }),
            current: filter.sort === sort,
          })),
          ...(filter.town
            ? [
                {
                  label: '只看这个辖区',
                  href: href(filter, { town: undefined }),
                  current: true,
                  icon: 'close' as const,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

/** 任期与证书到期: what ends, the nearest first; a town narrows it. */
export function EndsTable(props: EndsProps) {
  const { page, filter, today, soonDays } = props;
  const { rows, total, page: at, pages } = page;
  return (
    <>
      <Filters {...props} />
      <DataTable
        caption="任期与证书到期"
        rows={rows}
        keyOf={({ subjectId }) => subjectId}
        columns={[
          {
            head: '工会',
            cell: ({ union, organisationId }) => (
              <TextLink href={`/desk/organisations/${organisationId}/offices`}>{union}</TextLink>
            ),
          },
          {
            head: '辖区',
            cell: ({ town, townId }) =>
              town && townId ? (
                <TextLink href={href(filter, { town: townId })}>{placeName(town)}</TextLink>
              ) : (
                '区直'
              ),
          },
          {
            head: '什么',
            cell: endWhat,
          },
          { head: '到期', cell: ({ endsOn }) => formatFullDay(endsOn) },
          {
            head: '现在',
            cell: ({ endsOn }) => <EndMark state={endState(endsOn, today, soonDays)} />,
          },
          { head: '批复、证书号', cell: ({ paper }) => paper ?? '' },
        ]}
        empty={
          <EmptyState icon="clock" title="这段时间没有到期的">
            任期和证书在工会的“任期和任职”里登记。
          </EmptyState>
        }
        foot={
          pages > 1 && (
            <Pagination
              summary={`第 ${at} 页，共 ${pages} 页，${formatCount(total)} 项`}
              previousHref={at > 1 ? href(filter, { page: at - 1 }) : null}
              nextHref={at < pages ? href(filter, { page: at + 1 }) : null}
            />
          )
        }
      />
    </>
  );
}
