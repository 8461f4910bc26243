import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Breadcrumbs } from '@/components/ui/tabs';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { FigureRow, FigureRows } from '../queries/figure-lines';
import { figureRowsHref, figuresHref } from '../rules/figure-address';
import type { FigureRowsFilter } from '../schema';

const caseHref = (id: string) => `/desk?view=all&case=b-${id}`;

const ofSessions = (now: Date): Column<FigureRow>[] => [
  {
    head: '服务',
    cell: (row) => (
      <TextLink href={`/desk/offerings/${row.offering_id}?session=${row.session_id}`}>
        {row.title}
      </TextLink>
    ),
  },
  { head: '场次', cell: (row) => row.session_title },
  { head: '时间', cell: (row) => formatDateTime(row.starts_at, now) },
  { head: '名额', right: true, cell: (row) => row.capacity },
];

const ofBookings = (now: Date): Column<FigureRow>[] => [
  {
    head: '预约号',
    cell: (row) => <TextLink href={caseHref(row.booking_id ?? '')}>{row.number}</TextLink>,
  },
  { head: '谁', cell: (row) => row.attendee_masked },
  { head: '服务', cell: (row) => row.title },
  { head: '场次', cell: (row) => `${row.session_title}，${formatDateTime(row.starts_at, now)}` },
  { head: '状态', cell: (row) => row.status && bookingStatusLabels[row.status] },
];

/** The rows that one number counts, names masked. */
export function FigureRowsView({ found, filter }: { found: FigureRows; filter: FigureRowsFilter }) {
  const { figure, rows, total, pageSize, period, line, now } = found;
  const asked = { ...period, kind: filter.kind, by: filter.by };
  const isSessions = figure.from === 'sessions_in';
  const first = (filter.page - 1) * pageSize + 1;
  const last = first + rows.length - 1;
  const page = (n: number) => figureRowsHref(asked, figure.id, filter.key, n);
  const what = isSessions ? '场' : figure.each ? '行，每行一个，列最近一次' : '行';
  return (
    <>
      <Breadcrumbs
        trail={[{ label: '服务统计', href: figuresHref(asked) }, { label: figure.label }]}
      />
      <PageHead title={`${line ? `${line.label}，` : ''}${figure.label}`}>
        {`${formatFullDay(period.from)}至${formatFullDay(period.to)}，${formatCount(total)} ${what}。${figure.about}`}
      </PageHead>
      <DataTable
        caption={`${figure.label}的名单`}
        columns={isSessions ? ofSessions(now) : ofBookings(now)}
        rows={rows}
        keyOf={(row) => row.booking_id ?? row.session_id}
        empty={
          <EmptyState title="没有可以打开的行">这个数字的名单由别的部门管，或者没有人</EmptyState>
        }
        foot={
          total > pageSize && (
            <Pagination
              summary={`${first}–${last}，共 ${formatCount(total)} 行`}
              previousHref={filter.page > 1 ? page(filter.page - 1) : null}
              nextHref={last < total ? page(filter.page + 1) : null}
            />
          )
        }
      />
    </>
  );
}
