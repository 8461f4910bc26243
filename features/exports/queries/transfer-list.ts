import 'server-only';
import { z } from 'zod';
import { canReviewApplication } from '@/features/members/policy';
import { type DeskSide, listDeskSides } from '@/features/transfers/queries/desk-sides';
import { listTransfers, type TransferLine } from '@/features/transfers/queries/desk-transfers';
import {
  listMembershipCases,
  type MembershipCaseLine,
} from '@/features/transfers/queries/membership-cases';
import { caseState } from '@/features/transfers/rules/case-state';
import { caseKindLabels } from '@/features/transfers/rules/membership-cases';
import { requestTitles } from '@/features/transfers/rules/membership-requests';
import { sideLabels, transferLabels } from '@/features/transfers/rules/two-sides';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { dayCell, type TableValue } from '@/lib/documents/cell-values';
import { exportedList, onePart } from './opened-list';

interface Row {
  /** Which part of the page it stands in. */
  readonly part: string;
  readonly who: string;
  readonly number: string;
  readonly about: string;
  readonly status: string;
  readonly since: Date;
  readonly until: TableValue;
}

const sideRow = (part: string, line: DeskSide): Row => ({
  part,
  who: line.name ?? '',
  number: line.number,
  about: `${line.side === 'out' ? '转出' : '转入'}，${line.from} → ${line.to}`,
  status: line.status === 'open' ? sideLabels[line.sideStatus] : transferLabels[line.status],
  since: line.createdAt,
  until: dayCell(line.status === 'open' ? line.dueOn : line.effectiveOn),
});

const requestRow = (part: string, line: TransferLine): Row => ({
  part,
  who: line.name ?? '未留姓名',
  number: line.number,
  about: line.kind === 'joining' ? `转会到${line.unionName}` : requestTitles[line.kind],
  status: line.status === 'requested' ? '待答复' : '已答复',
  since: line.createdAt,
  until: null,
});

const caseRow = (line: MembershipCaseLine, today: string): Row => ({
  part: '自动退会、除名',
  who: line.name ?? '',
  number: line.memberNo,
  about: `${caseKindLabels[line.kind]}，${line.union}`,
  status: caseState(line, today),
  since: line.openedAt,
  until: dayCell(line.readyOn),
});

/** The parts of the page in their order, each with all that waits. */
async function rowsOf(tx: Ctx, most: number): Promise<Row[]> {
  const sides = await listDeskSides(tx, most);
  const requests = await listTransfers(tx, most);
  const cases = await listMembershipCases(tx, most);
  return [
    ...sides.waiting.map((line) => sideRow('等答复的转会', line)),
    ...requests.waiting.map((line) => requestRow('待答复的登记', line)),
    ...cases.map((line) => caseRow(line, todayOn(tx.now))),
    ...sides.ended.map((line) => sideRow('最近办完的转会', line)),
    ...requests.closed.map((line) => requestRow('最近答复', line)),
  ];
}

/** 会籍登记: transfers, requests and cases, part by part as the page lists them. */
export const transferList = exportedList({
  name: 'transfers',
  path: '/desk/transfers',
  may: canReviewApplication.anywhere,
  filter: z.object({}),
  columns: [
    { header: '哪一栏', value: (row: Row) => row.part },
    { header: '谁', value: (row) => row.who },
    { header: '编号', width: 20, value: (row) => row.number },
    { header: '什么', width: 40, value: (row) => row.about },
    { header: '状态', value: (row) => row.status },
    { header: '登记', width: 18, value: (row) => row.since },
    { header: '期限、生效', value: (row) => row.until },
  ],
  async list(tx, _, most) {
    const rows = await rowsOf(tx, most + 1);
    return {
      title: '会籍登记',
      words: [],
      total: rows.length,
      organisationId: canReviewApplication.organisationsOf(tx.actor)[0],
      parts: () => onePart(async () => rows),
    };
  },
});
