import 'server-only';
import { canSeeFoundings } from '@/features/founding/policy';
import {
  countFoundings,
  type FoundingRow,
  listAllFoundings,
} from '@/features/founding/queries/foundings';
import { formLabels } from '@/features/founding/rules/form';
import { kindNames, stepName, wayOf } from '@/features/founding/rules/kinds';
import { foundingFilter } from '@/features/founding/schema/list';
import { dayCell } from '@/lib/documents/cell-values';
import { said } from './filter-words';
import { exportedList, onePart } from './opened-list';

const placeInWay = ({ kind, step }: FoundingRow) =>
  step === 'abandoned' ? '' : `${wayOf(kind).indexOf(step) + 1}/${wayOf(kind).length}`;

/** 建会和变更, as the page lists them. */
export const foundingList = exportedList({
  name: 'foundings',
  path: '/desk/foundings',
  may: canSeeFoundings.anywhere,
  filter: foundingFilter.omit({ page: true }),
  columns: [
    { header: '工会', width: 34, value: (row: FoundingRow) => row.name },
    { header: '办什么', width: 12, value: (row) => kindNames[row.kind] },
    {
      header: '形式',
      width: 20,
      value: (row) => (row.kind === 'founding' ? formLabels[row.form] : ''),
    },
    { header: '单位数', width: 10, value: (row) => row.firms },
    { header: '上级', width: 24, value: (row) => row.parent },
    { header: '到哪一步', value: (row) => stepName(row.kind, row.step) },
    { header: '第几步', width: 10, value: placeInWay },
    { header: '日期', value: (row) => dayCell(row.lastOn) },
  ],
  async list(tx, { state }) {
    const over = state === 'over';
    return {
      title: '建会和变更',
      words: said('看哪些', over ? '办完或终止' : '在办'),
      total: await countFoundings(tx, over),
      organisationId: canSeeFoundings.organisationsOf(tx.actor)[0],
      parts: (ctx) => onePart(() => listAllFoundings(ctx, over)),
    };
  },
});
