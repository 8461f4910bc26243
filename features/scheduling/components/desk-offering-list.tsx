import { AppLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { offeringStatuses } from '@/db/schema/enums';
import { PhaseTag } from '@/features/bookings/components/desk-tags';
import type { OfferingFilter } from '@/features/bookings/schema/desk-filter';
import { offeringStatusLabels } from '@/features/offerings/rules/offering';
import { type Kind, offeringKindLabels } from '@/features/offerings/schema/offering';
import { formatShortDateTime } from '@/lib/dates';
import type { DeskOfferingItem } from '../queries/desk-offerings';

const path = '/desk/offerings';

/** The address of this list with one wish changed; paging starts over. */
function address(filter: OfferingFilter, change: Partial<OfferingFilter>): string {
  const wishes = Object.entries({ ...filter, after: undefined, ...change });
  const query = new URLSearchParams(wishes.filter((w): w is [string, string] => Boolean(w[1])));
  return query.size > 0 ? `${path}?${query}` : path;
}

const columns = (now: Date): Column<DeskOfferingItem>[] => [
  {
    head: '名称',
    cell: (o) => (
      <AppLink href={`${path}/${o.id}`} className="font-semibold !text-ink">
        {o.title}
      </AppLink>
    ),
  },
  { head: '类型', cell: (o) => offeringKindLabels[o.kind], className: 'whitespace-nowrap' },
  { head: '组织单位', cell: (o) => o.organiser, className: 'whitespace-nowrap' },
  {
    head: '第一场',
    cell: (o) => (o.firstStartsAt ? formatShortDateTime(o.firstStartsAt, now) : '还没有场次'),
    className: 'whitespace-nowrap',
  },
  { head: '场次', cell: (o) => o.sessions, right: true },
  { head: '已占 / 名额', cell: (o) => `${o.taken} / ${o.capacity}`, right: true },
  { head: '候补', cell: (o) => o.waiting, right: true },
  {
    head: '状态',
    cell: (o) => <PhaseTag phase={o.phase} full={o.capacity > 0 && o.taken >= o.capacity} />,
  },
];

interface ListProps {
  items: readonly DeskOfferingItem[];
  next: string | null;
  filter: OfferingFilter;
  kinds: readonly Kind[];
  now: Date;
}

interface FilterProps extends Pick<ListProps, 'filter' | 'kinds'> {
  words: string | undefined;
  lost: boolean;
}

export function OfferingFilters({ filter, words, lost, kinds }: FilterProps) {
  const kindChips = kinds.length > 1 ? kinds : [];
  return (
    <div className="mb-4 flex flex-col gap-2">
      <SearchBox
        label="搜服务名称"
        to={path}
        words={words}
        lost={lost}
        keep={{ kind: filter.kind, phase: filter.phase }}
        className="block max-w-[360px]"
      />
      {kindChips.length > 0 && (
        <Chips
          label="类型"
          chips={[
            {
              label: '全部类型',
              href: address(filter, { kind: undefined }),
              current: !filter.kind,
            },
            ...kindChips.map((kind) => ({
              label: offeringKindLabels[kind],
              href: address(filter, { kind }),
              current: filter.kind === kind,
            })),
          ]}
        />
      )}
      <Chips
        label="状态"
        chips={[
          {
            label: '全部状态',
            href: address(filter, { phase: undefined }),
            current: !filter.phase,
          },
          ...offeringStatuses.map((phase) => ({
            label: offeringStatusLabels[phase],
            href: address(filter, { phase }),
            current: filter.phase === phase,
          })),
        ]}
      />
    </div>
  );
}

/** Everything this officer manages, with where it stands and how full it is. */
export function OfferingList({ items, next, filter, now }: Omit<ListProps, 'kinds'>) {
  const asked = Boolean(filter.kind || filter.phase || filter.q);
  const empty = asked ? (
    <EmptyState
      title="没有符合的服务"
      action={
        <LinkButton variant="secondary" href={path}>
          看全部
        </LinkButton>
      }
    />
  ) : (
    <EmptyState
      icon="calendar"
      title="还没有服务"
      action={
        <LinkButton href={`${path}/new`} variant="secondary">
          新建服务
        </LinkButton>
      }
    >
      先建草稿，填好场次和报名时间再发布。
    </EmptyState>
  );
  return (
    <DataTable
      caption="服务列表"
      columns={columns(now)}
      rows={items}
      keyOf={(o) => o.id}
      empty={empty}
      foot={
        (filter.after || next) && (
          <Pagination
            summary={`本页 ${items.length} 项`}
            previousHref={filter.after ? address(filter, {}) : null}
            nextHref={next ? address(filter, { after: next }) : null}
          />
        )
      }
    />
  );
}
