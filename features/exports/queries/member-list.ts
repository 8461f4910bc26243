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
import { memberFilter } from '@/features/members/schema/members';
import { openSearch } from '@/lib/auth/search';
import type { Ctx } from '@/lib/ctx';
import type { SheetColumn } from '@/lib/documents/spreadsheet';
import { read } from '@/lib/transaction';
import { type ExportedList, ROWS_AT_ONCE, streamOf } from './opened-list';

type Row = MemberItem & { readonly whole?: WholeNumbers | undefined };

const before: SheetColumn<Row>[] = [
  { header: '姓名', value: (m) => m.name },
  { header: '会员号', width: 18, value: (m) => groupMemberNumber(m.member_no) },
  { header: '会籍', width: 10, value: (m) => membershipLabels[m.status] },
  { header: '工会', width: 30, value: (m) => m.union_name },
  { header: '所在地', value: (m) => m.town ?? '' },
  { header: '职业', value: (m) => m.occupation ?? '其他' },
  { header: '新就业形态', width: 12, value: (m) => (m.is_new_form ? '是' : '否') },
];
const after: SheetColumn<Row>[] = [{ header: '入会日期', value: (m) => m.joined_on }];

const masked: SheetColumn<Row>[] = [
  { header: '证件号码', width: 22, value: (m) => m.id_masked ?? '' },
  { header: '手机', value: (m) => `尾号 ${m.phone_tail}` },
];
const whole: SheetColumn<Row>[] = [
  { header: '证件号码', width: 22, value: (m) => m.whole?.document ?? m.id_masked ?? '' },
  { header: '手机', width: 18, value: (m) => m.whole?.phone ?? `尾号 ${m.phone_tail}` },
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

/** 会员, as the page lists them. */
export const memberList: ExportedList = {
  name: 'members',
  path: '/desk/members',
  may: canSeeMembers,
  mayWhole: canReviewApplication,
  async open(tx, query, most) {
    const asked = memberFilter.parse(Object.fromEntries(query));
    const { wanted, lost } = openSearch(tx, { ...asked, after: undefined });
    return {
      title: '会员',
      lost,
      total: await countListedMembers(tx, wanted, most),
      organisationId: canSeeMembers.organisationsOf(tx.actor)[0],
      stream: streamOf<Row>({
        title: '会员',
        columns: [...before, ...masked, ...after],
        wholeColumns: [...before, ...whole, ...after],
        parts: (ctx, full) => {
          const parts = memberParts(ctx, wanted, ROWS_AT_ONCE);
          return full ? withNumbers(ctx, parts) : parts;
        },
      }),
    };
  },
};
