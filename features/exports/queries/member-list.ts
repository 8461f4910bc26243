import 'server-only';
import { canReviewApplication, canSeeMembers } from '@/features/members/policy';
import {
  countListedMembers,
  type MemberItem,
  memberParts,
} from '@/features/members/queries/members';
import { type WholeNumbers, wholeNumbersOf } from '@/features/members/queries/whole-numbers';
import { membershipLabels } from '@/features/members/rules/membership-words';
import { groupMemberNumber } from '@/features/members/rules/numbers';
import { type MemberFilter, memberFilter } from '@/features/members/schema/members';
import type { Ctx } from '@/lib/ctx';
import { dayCell } from '@/lib/documents/cell-values';
import { read } from '@/lib/transaction';
import { between, said, saidPlace, searched } from './filter-words';
import { exportedList, type ListColumn, ROWS_AT_ONCE } from './opened-list';

type Row = MemberItem & { readonly whole?: WholeNumbers | undefined };

const tail = (m: Row) => `尾号 ${m.phone_tail}`;
const columns: ListColumn<Row>[] = [
  { header: '姓名', value: (m) => m.name },
  { header: '会员号', width: 18, value: (m) => groupMemberNumber(m.member_no) },
  { header: '会籍', width: 10, value: (m) => membershipLabels[m.status] },
  { header: '工会', width: 30, value: (m) => m.union_name },
  { header: '所在地', value: (m) => m.town ?? '' },
  { header: '职业', value: (m) => m.occupation ?? '其他' },
  { header: '新就业形态', width: 12, value: (m) => (m.is_new_form ? '是' : '否') },
  {
    header: '证件号码',
    width: 22,
    value: (m) => m.id_masked ?? '',
    whole: (m) => m.whole?.document ?? m.id_masked ?? '',
  },
  { header: '手机', width: 18, value: tail, whole: (m) => m.whole?.phone ?? tail(m) },
  { header: '入会日期', value: (m) => dayCell(m.joined_on) },
];

async function* withNumbers(
  ctx: Ctx,
  parts: AsyncIterable<readonly MemberItem[]>,
): AsyncGenerator<Row[]> {
  for await (const part of parts) {
    const ids = part.map(({ person_id: id }) => id);
    const numbers = await read(ctx, (tx) => wholeNumbersOf(tx, ids));
    yield part.map((row) => ({ ...row, whole: numbers.get(row.person_id) }));
  }
}

async function wordsOf(tx: Ctx, { q, town, union, newForm, from, to }: MemberFilter) {
  return [
    ...(from && to ? between('入会', from, to) : []),
    ...said('从业', newForm && (newForm === '1' ? '新就业形态' : '单位职工')),
    ...(town === 'none' ? said('辖区', '区直和行业') : await saidPlace(tx, '辖区', town)),
    ...(await saidPlace(tx, '工会', union)),
    ...searched(q, false),
  ];
}

/** 会员, as the page lists them. */
export const memberList = exportedList({
  name: 'members',
  path: '/desk/members',
  may: canSeeMembers.anywhere,
  mayWhole: canReviewApplication,
  filter: memberFilter.omit({ after: true }),
  columns,
  list: async (tx, wanted, most) => ({
    title: '会员',
    words: await wordsOf(tx, wanted),
    total: await countListedMembers(tx, wanted, most),
    organisationId: canSeeMembers.organisationsOf(tx.actor)[0],
    parts: (ctx, full) => {
      const parts = memberParts(ctx, wanted, ROWS_AT_ONCE);
      return full ? withNumbers(ctx, parts) : parts;
    },
  }),
});
