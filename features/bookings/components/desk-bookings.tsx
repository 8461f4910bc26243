import type { FormAction } from '@/components/forms/form-state';
import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { SearchLimit } from '@/components/ui/search-limit';
import { bookingStatuses } from '@/db/schema/enums';
import { gradeLabel } from '@/features/family/rules/grade';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { sessionLabel } from '@/features/offerings/rules/session-words';
import { formatShortDateTime } from '@/lib/dates';
import { countsIn } from '../queries/booking-counts';
import type { BookingItem, listOfferingBookings } from '../queries/desk-bookings';
import { bookingStatusLabels } from '../rules/booking';
import type { BookingFilter } from '../schema/desk-filter';
import { Reveal } from './desk-reveal';
import { DeskBookingTag } from './desk-tags';
import { RevealAll } from './reveal-all';

interface BookingsProps {
  offering: DeskOffering;
  found: Awaited<ReturnType<typeof listOfferingBookings>>;
  filter: BookingFilter;
  words: string | undefined;
  lost: boolean;
  reveal: FormAction;
  revealAll: FormAction;
}

const shown = bookingStatuses.filter((status) => status !== 'waitlisted');

function Filters({ offering, filter, words, lost }: BookingsProps) {
  const small = 'input !w-auto min-w-0 max-w-full';
  return (
    <SearchForm
      to={`/desk/offerings/${offering.id}`}
      lost={lost}
      className="flex flex-wrap gap-2 border-b border-line px-4 py-3"
    >
      <input
        type="search"
        name="q"
        defaultValue={words}
        aria-label="搜姓名、预约号或手机后四位"
        placeholder="搜姓名、预约号或手机后四位"
        className={`${small} flex-[1_1_12em]`}
      />
      {offering.sessions.length > 1 && (
        <select
          name="session"
          aria-label="场次"
          defaultValue={filter.session ?? ''}
          className={small}
        >
          <option value="">全部场次</option>
          {offering.sessions.map((s) => (
            <option key={s.id} value={s.id}>
              {sessionLabel(s, offering.sessions, offering.now)}
              {s.cancelledAt ? '（已取消）' : ''}
            </option>
          ))}
        </select>
      )}
      <select name="status" aria-label="状态" defaultValue={filter.status ?? ''} className={small}>
        <option value="">全部状态</option>
        {shown.map((status) => (
          <option key={status} value={status}>
            {bookingStatusLabels[status]}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass({ variant: 'secondary', small: true })}>
        筛选
      </button>
      <SearchLimit words={words} />
    </SearchForm>
  );
}

function columnsOf({ offering, reveal }: BookingsProps): Column<BookingItem>[] {
  const isChild = offering.kind === 'childcare';
  const all: (Column<BookingItem> | false)[] = [
    {
      head: '预约号',
      cell: (b) => (
        <>
          <TextLink href={`/desk/offerings/${offering.id}/bookings/${b.id}`}>{b.number}</TextLink>
          <span className="block text-ink-3">{formatShortDateTime(b.createdAt, offering.now)}</span>
        </>
      ),
      className: 'whitespace-nowrap',
    },
    {
      head: isChild ? '孩子，秋季年级' : '姓名',
      cell: (b) => (
        <Reveal action={reveal} bookingId={b.id}>
          <b>{b.attendee}</b>
          {b.grade !== null && <span className="ml-3">{gradeLabel(b.grade)}</span>}
        </Reveal>
      ),
      className: 'whitespace-nowrap',
    },
    isChild && { head: '家长', cell: (b) => b.guardian },
    offering.sessions.length > 1 && {
      head: '场次',
      cell: (b) => sessionLabel({ ...b, title: b.session }, offering.sessions, offering.now),
      className: 'min-w-[7em]',
    },
    {
      head: '状态',
      cell: (b) => (
        <>
          <DeskBookingTag status={b.status} />
          {b.reason && <span className="block text-ink-2">{b.reason}</span>}
        </>
      ),
    },
  ];
  return all.filter((column) => column !== false);
}

/** Who has booked, names masked; each look at a whole name is on record. */
export function BookingTable(props: BookingsProps) {
  const { found, filter } = props;
  const pending = countsIn(props.offering).pending ?? 0;
  const asked = Boolean(filter.q || filter.status || filter.session);
  const page = (n: number) => {
    const wishes = Object.entries({ ...filter, page: String(n) });
    return `?${new URLSearchParams(wishes.filter((w): w is [string, string] => Boolean(w[1])))}`;
  };
  return (
    <section aria-label="报名" className="rounded-card border border-line bg-surface">
      {pending > 0 && (
        <p className="border-b border-line px-4 py-2">
          有 {pending} 人等审批。
          <TextLink href={`/desk?kind=${props.offering.kind}`}>去审批</TextLink>
        </p>
      )}
      <Filters {...props} />
      <div className="[&>*]:border-0 [&>form]:px-4 [&>form]:pt-3">
        <RevealAll
          action={props.revealAll}
          offeringId={props.offering.id}
          bookingIds={found.items.map((b) => b.id)}
        >
          <DataTable
            caption="报名名单"
            columns={columnsOf(props)}
            rows={found.items}
            keyOf={(b) => b.id}
            empty={
              asked ? (
                <EmptyState
                  title="没有符合的报名"
                  action={<TextLink href="?">清除筛选</TextLink>}
                />
              ) : (
                <EmptyState title="还没有人报名">报名的人会按时间排在这里。</EmptyState>
              )
            }
            foot={
              <>
                <span>姓名默认隐去，查看会留记录</span>
                <Pagination
                  summary={`${found.first}–${found.last}，共 ${found.total} 条`}
                  previousHref={filter.page > 1 ? page(filter.page - 1) : null}
                  nextHref={filter.page < found.pages ? page(filter.page + 1) : null}
                />
              </>
            }
          />
        </RevealAll>
      </div>
    </section>
  );
}
