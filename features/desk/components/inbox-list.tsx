import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { AppLink } from '@/components/ui/app-link';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { FocusOnlyHit } from '@/components/ui/focus-only-hit';
import { Kbd } from '@/components/ui/kbd';
import { LinkButton } from '@/components/ui/link-button';
import { LoadMore } from '@/components/ui/pagination';
import { statusLabels } from '@/features/applications/rules/transitions';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { prepareBulkAction } from '../actions';
import type { InboxItem } from '../queries/inbox';
import { countText } from '../rules/age';
import { inboxHref } from '../rules/inbox-address';
import { type InboxFilter, listQuery, matterLabels, narrowings, viewOf } from '../schema/inbox';
import { BulkCount } from './bulk-count';

interface InboxListProps {
  items: readonly InboxItem[];
  filter: InboxFilter;
  after: string | null;
  /** How many the filter holds; null where it was not counted. */
  total: number | null;
}

const ageTones = { late: 'font-semibold text-error', soon: 'text-warning', calm: 'text-ink-3' };
const labels: Record<string, string> = { ...bookingStatusLabels, ...statusLabels };

// A point stays with what is before it when the line breaks.
const parts = (of: readonly string[]) => of.filter(Boolean).join('\u00a0· ');

function Row({ item, filter }: { item: InboxItem; filter: InboxFilter }) {
  const open = filter.case === item.ref;
  // Opening it is the first look, which the page says of itself.
  const unread = item.unread && !open;
  const canSelect = viewOf(filter) === 'waiting';
  return (
    <li
      className={cx(
        'relative flex border-b border-line',
        open ? 'bg-neutral-50 lg:shadow-[inset_3px_0_0_var(--color-brand-700)]' : 'hover:bg-sunken',
      )}
      data-row={item.ref}
    >
      {canSelect && (
        <label className="-mr-2 flex w-11 flex-none cursor-pointer items-start justify-center pt-[13px]">
          <input
            type="checkbox"
            name="item"
            value={item.ref}
            aria-label={`选择 ${item.title}`}
            className="size-5 accent-ink"
          />
        </label>
      )}
      <AppLink
        href={inboxHref(filter, { case: item.ref })}
        data-case={item.ref}
        aria-current={open ? 'true' : undefined}
        className={cx(
          'min-w-0 flex-auto py-[10px] pr-4 no-underline focus-visible:-outline-offset-4',
          canSelect ? 'pl-2' : 'pl-4',
        )}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className={cx('min-w-0 text-ink', unread && 'font-semibold')}>
            {unread && (
              <span className="mr-[6px] inline-block size-2 rounded-tag bg-brand-700 align-middle">
                <span className="visually-hidden">未打开</span>
              </span>
            )}
            {item.title}
          </span>
          <span className={cx('flex-none text-table', ageTones[item.age?.tone ?? 'calm'])}>
            {item.age?.text ?? labels[item.status]}
          </span>
        </span>
        <span className="block text-table text-ink-2">
          {parts([matterLabels[item.kind], item.about, item.place])}
          {item.escalated && <span className="text-error"> · 超期转来</span>}
          {item.taken && ` · ${item.taken} 接手`}
        </span>
      </AppLink>
    </li>
  );
}

const nothing = {
  waiting: ['没有等您办的', '新的申请和预约会按到期先后排在这里。'],
  sent_back: ['没有退回的', '退回补正的申请，改好后会回到待办。'],
  done: ['还没有办完的', '办过的申请和预约会排在这里。'],
  all: ['没有找到', '换个写法：姓名、拼音、首字母、手机后四位、办件号或完整证件号。'],
} as const;

/** What filters hide is not said to be done. */
function NothingListed({ filter }: { filter: InboxFilter }) {
  const [title, words] = nothing[viewOf(filter)];
  if (narrowings(filter) === 0) return <EmptyState title={title}>{words}</EmptyState>;
  const whole = inboxHref(filter, {
    ...{ kind: undefined, town: undefined, overdue: undefined, mine: undefined },
    ...{ from: undefined, to: undefined },
  });
  return (
    <EmptyState
      title="这个筛选下没有"
      action={
        <LinkButton variant="secondary" href={whole}>
          去掉筛选
        </LinkButton>
      }
    >
      别的条件下可能还有。
    </EmptyState>
  );
}

/** Ticked rows, or all that the filter holds, to be looked through together. */
function BulkBar({ total }: { total: number | null }) {
  return (
    <div className="flex flex-none flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-[6px] text-table text-ink-2">
      <BulkCount form="inbox-rows" />
      <span className="flex gap-2">
        <SubmitButton variant="secondary" small block={false} name="all" value="1" data-all>
          {total === null ? '全选搜到的…' : `全选 ${countText(total)} 件…`}
        </SubmitButton>
        <SubmitButton variant="secondary" small block={false}>
          批量办理…
        </SubmitButton>
      </span>
    </div>
  );
}

/** The left side: rows to open, boxes to select, and the way to a bulk decision. */
export function InboxList({ items, filter, after, total }: InboxListProps) {
  const view = viewOf(filter);
  if (items.length === 0) {
    return (
      <div className="flex-auto overflow-y-auto">
        <NothingListed filter={filter} />
      </div>
    );
  }
  return (
    <Form
      action={prepareBulkAction}
      className="flex min-h-0 flex-auto flex-col"
      id="inbox-rows"
      aria-label="批量办理"
    >
      <input type="hidden" name="back" value={listQuery(filter)} />
      {view === 'waiting' && <BulkBar total={total} />}
      {filter.q && !filter.case && <FocusOnlyHit key={filter.q} selector="[data-case]" />}
      <ul className="min-h-0 flex-auto overflow-y-auto" aria-label="列表">
        {items.map((item) => (
          <Row key={item.ref} item={item} filter={filter} />
        ))}
        {after && (
          <li className="px-4 pb-4">
            <LoadMore href={inboxHref(filter, { after })}>下一页</LoadMore>
          </li>
        )}
      </ul>
      <p className="hidden flex-none gap-x-4 border-t border-line px-4 py-2 text-table text-ink-2 lg:flex">
        <span className="needs-script">
          <Kbd>J</Kbd> <Kbd>K</Kbd> 上下
        </span>
        <span className="needs-script">
          <Kbd>X</Kbd> 选择
        </span>
        <span className="needs-script">
          <Kbd>/</Kbd> 搜索
        </span>
        <span className="needs-script">
          <Kbd>?</Kbd> 全部按键
        </span>
      </p>
    </Form>
  );
}
