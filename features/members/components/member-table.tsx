import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FocusOnlyHit } from '@/components/ui/focus-only-hit';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { Tag } from '@/components/ui/tag';
import { formatDay, formatDayRange, formatFullDay } from '@/lib/dates';
import type { MemberItem } from '../queries/members';
import { membershipLabels } from '../rules/membership-words';
import { groupMemberNumber } from '../rules/numbers';
import { type MemberFilter, membersHref } from '../schema/members';

interface MemberTableProps {
  filter: MemberFilter;
  words: string;
  lost: boolean;
  items: readonly MemberItem[];
  after: string | null;
  total: string;
  towns: readonly { id: string; shortName: string }[];
  today: string;
}

/** Columns of a list of members; `today` is `YYYY-MM-DD`. */
export const memberColumns = (today: string): Column<MemberItem>[] => [
  {
    head: '姓名',
    cell: (m) => (
      <>
        <TextLink href={`/desk/members/${m.person_id}`} data-member>
          {m.name}
        </TextLink>
        {m.status !== 'regular' && <Tag className="ml-2">{membershipLabels[m.status]}</Tag>}
      </>
    ),
    className: 'whitespace-nowrap',
  },
  { head: '会员号', cell: (m) => groupMemberNumber(m.member_no), className: 'whitespace-nowrap' },
  { head: '工会', cell: (m) => m.union_name },
  {
    head: '职业',
    cell: (m) => (
      <>
        {m.occupation ?? '其他'}
        {m.is_new_form && <Tag className="ml-2">新就业形态</Tag>}
      </>
    ),
  },
  { head: '证件号码', cell: (m) => m.id_masked ?? '', className: 'whitespace-nowrap' },
  { head: '手机', cell: (m) => `尾号 ${m.phone_tail}`, className: 'whitespace-nowrap' },
  {
    head: '入会',
    cell: (m) =>
      m.joined_on.slice(0, 4) === today.slice(0, 4)
        ? formatDay(m.joined_on, today)
        : formatFullDay(m.joined_on),
    className: 'whitespace-nowrap',
  },
];

function Search({ filter, words, lost }: Pick<MemberTableProps, 'filter' | 'words' | 'lost'>) {
  const { town, newForm, from, to, union } = filter;
  return (
    <SearchBox
      label="搜姓名、拼音、手机后四位、会员号、证件号"
      to="/desk/members"
      words={words}
      lost={lost}
      keep={{ town, newForm, from, to, union }}
      className="mb-3 block max-w-[640px]"
    />
  );
}

/** Comes from the dashboard only: its way out stands among the others. */
const unitWorkers = (filter: MemberFilter) => ({
  label: '单位职工 ×',
  href: membersHref(filter, { newForm: undefined }),
  current: true,
});

/** The members of this officer's scope: search, filters in the address, numbers masked. */
export function MemberTable(props: MemberTableProps) {
  const { filter, items, after, total, towns, today } = props;
  const toggle = <K extends keyof MemberFilter>(key: K, value: string) =>
    membersHref(filter, { [key]: filter[key] === value ? undefined : value });
  const period =
    filter.from && filter.to
      ? [
          {
            label: `${formatDayRange(filter.from, filter.to, today)}入会 ×`,
            href: membersHref(filter, { from: undefined, to: undefined }),
            current: true,
          },
        ]
      : [];
  return (
    <>
      <Search {...props} />
      <div className="mb-3">
        <Chips
          label="筛选"
          wrap
          chips={[
            ...period,
            { label: '新就业形态', href: toggle('newForm', '1'), current: filter.newForm === '1' },
            ...(filter.newForm === '0' ? [unitWorkers(filter)] : []),
            ...(filter.town === 'none'
              ? [
                  {
                    label: '区直和行业 ×',
                    href: membersHref(filter, { town: undefined }),
                    current: true,
                  },
                ]
              : []),
            ...(towns.length > 1 ? towns : []).map((t) => ({
              label: t.shortName,
              href: toggle('town', t.id),
              current: filter.town === t.id,
            })),
          ]}
        />
      </div>
      {filter.q && <FocusOnlyHit selector="[data-member]" />}
      <DataTable
        caption="会员"
        columns={memberColumns(today)}
        rows={items}
        keyOf={(m) => m.membership_id}
        empty={
          <EmptyState
            title="没有符合的会员"
            action={<TextLink href="/desk/members">看全部会员</TextLink>}
          >
            换个写法，或去掉筛选。
          </EmptyState>
        }
        foot={
          <>
            <span>号码默认隐去；按证件号查找和查看号码都会留记录</span>
            <Pagination
              summary={`共 ${total} 人`}
              nextHref={after ? membersHref(filter, { after }) : null}
            />
          </>
        }
      />
    </>
  );
}
