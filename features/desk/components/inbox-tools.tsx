import { Chips } from '@/components/ui/chips';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { SearchBox } from '@/components/ui/search-box';
import { formatDayRange } from '@/lib/dates';
import { portal } from '@/lib/portal/portal';
import type { InboxCounts } from '../queries/inbox-counts';
import type { SavedFilter } from '../queries/saved-filters';
import { countText } from '../rules/age';
import { inboxHref } from '../rules/inbox-address';
import {
  decidedWithin,
  type InboxFilter,
  listQuery,
  type Matter,
  matterLabels,
  narrowings,
  type View,
  viewLabels,
  viewOf,
} from '../schema/inbox';
import { SavedFilters } from './saved-filters';

interface InboxToolsProps {
  filter: InboxFilter;
  words: string;
  lost: boolean;
  counts: InboxCounts;
  /** Kinds of case this officer decides, and the towns below them. */
  matters: readonly Matter[];
  towns: readonly { id: string; shortName: string }[];
  /** How many the narrowed list holds. */
  total: number | null;
  today: string;
  /** Filters under a name, and with whom one may be shared. */
  saved: readonly SavedFilter[];
  places: readonly { id: string; name: string }[];
}

function moreChips({ filter, matters, towns }: InboxToolsProps) {
  const kinds = matters.map((kind) => ({
    label: matterLabels[kind],
    href: inboxHref(filter, { kind: filter.kind === kind ? undefined : kind }),
    current: filter.kind === kind,
  }));
  const places = towns.map((town) => ({
    label: town.shortName,
    href: inboxHref(filter, { town: filter.town === town.id ? undefined : town.id }),
    current: filter.town === town.id,
  }));
  return { kinds, places };
}

/** After a bulk undo: how many came back, and how many had already been told. */
function Undone({ undone }: { undone?: string }) {
  if (!undone) return null;
  const [back = '0', left = '0'] = undone.split('-');
  const rest = left === '0' ? '' : `，${left} 件的通知已经发出，不能撤销`;
  return (
    <Notice tone={left === '0' ? 'success' : 'warning'} live className="mb-3">
      {`已撤销 ${back} 件${rest}。`}
    </Notice>
  );
}

/** Title, figures, search and filters; all of it is the address. */
export function InboxTools(props: InboxToolsProps) {
  const { filter, words, lost, counts, total, today } = props;
  const view = viewOf(filter);
  const figures: Partial<Record<View, number>> = {
    waiting: counts.waiting,
    sent_back: counts.sentBack,
  };
  const shown: View[] = ['waiting', 'sent_back', 'done', ...(filter.q ? (['all'] as const) : [])];
  const { kinds, places } = moreChips(props);
  const within = decidedWithin(filter);
  const narrowed = narrowings(filter);
  return (
    <div className="flex-none border-b border-line px-4 pt-4 pb-0">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h1>审批</h1>
        <p className="text-table text-ink-2">
          待办 {countText(counts.waiting)}，超期 {countText(counts.overdue)}
        </p>
      </div>
      <SearchBox
        label="搜姓名、手机后四位、办件号"
        to="/desk"
        words={words}
        lost={lost}
        className="mb-2"
      />
      <Chips
        label="查看"
        wrap
        chips={shown.map((each) => ({
          label: `${viewLabels[each]}${figures[each] ? ` ${countText(figures[each])}` : ''}`,
          href: inboxHref(filter, {
            view: each === 'waiting' && !filter.q ? undefined : each,
            from: undefined,
            to: undefined,
          }),
          current: view === each,
        }))}
      />
      <div className="-mx-4 [&_summary]:py-1">
        <Disclosure
          summary={
            narrowed > 0
              ? `筛选（已选 ${narrowed} 项${total === null ? '' : `，共 ${countText(total)} 件`}）`
              : `筛选：事项、${portal().townWord}、超期`
          }
          open={narrowed > 0}
        >
          <div className="flex flex-col gap-2">
            {within && (
              <Chips
                label="办结时间"
                wrap
                chips={[
                  {
                    label: `${formatDayRange(within.from, within.to, today)}办结 ×`,
                    href: inboxHref(filter, { from: undefined, to: undefined }),
                    current: true,
                  },
                ]}
              />
            )}
            <Chips
              label="超期、接手"
              wrap
              chips={[
                {
                  label: '只看超期',
                  href: inboxHref(filter, { overdue: filter.overdue ? undefined : '1' }),
                  current: filter.overdue === '1',
                },
                {
                  label: '我接手的',
                  href: inboxHref(filter, { mine: filter.mine ? undefined : '1' }),
                  current: filter.mine === '1',
                },
              ]}
            />
            {kinds.length > 1 && <Chips label="事项" wrap chips={kinds} />}
            {places.length > 1 && <Chips label="镇、街道" wrap chips={places} />}
          </div>
        </Disclosure>
      </div>
      <SavedFilters saved={props.saved} places={props.places} back={listQuery(filter)} />
      <Undone undone={filter.undone} />
    </div>
  );
}
