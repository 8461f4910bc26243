import 'server-only';
import { canSeeRegister } from '@/features/employer-register/policy';
import {
  countRegister,
  type RegisterRow,
  registerParts,
} from '@/features/employer-register/queries/entries';
import {
  evidenceLabels,
  originLabels,
  registerViewLabels,
  sourceLabels,
} from '@/features/employer-register/rules/labels';
import { registerLabels } from '@/features/employer-register/rules/status';
import { registerFilter } from '@/features/employer-register/schema/entry';
import { dayCell } from '@/lib/documents/cell-values';
import { said, saidPlace, searched } from './filter-words';
import { exportedList, type ListColumn, ROWS_AT_ONCE } from './opened-list';

const columns: ListColumn<RegisterRow>[] = [
  { header: '单位全称', width: 34, value: (row) => row.name },
  { header: '统一社会信用代码', width: 22, value: (row) => row.uscc ?? '' },
  { header: '所在地', value: (row) => row.town },
  { header: '地址', width: 30, value: (row) => row.address ?? '' },
  { header: '行业', value: (row) => row.industry ?? '' },
  { header: '来源', value: (row) => sourceLabels[row.source] },
  { header: '台账内外', width: 10, value: (row) => originLabels[row.origin] },
  { header: '登记日期', value: (row) => dayCell(row.enteredOn) },
  { header: '列入台账', value: (row) => dayCell(row.listedOn) },
  { header: '职工人数', width: 10, value: (row) => row.staffCount },
  { header: '人数日期', value: (row) => dayCell(row.staffCountedOn) },
  {
    header: '人数依据',
    value: (row) => (row.staffEvidence ? evidenceLabels[row.staffEvidence] : ''),
  },
  { header: '建会状态', value: (row) => registerLabels[row.status] },
  { header: '原因', width: 24, value: (row) => row.statusReason ?? '' },
  { header: '负责人', value: (row) => row.responsible ?? '' },
  { header: '下次走访', value: (row) => dayCell(row.nextVisitOn) },
];

/** 企业台账, as the page lists it. */
export const registerList = exportedList({
  name: 'register',
  path: '/desk/register',
  may: canSeeRegister.anywhere,
  filter: registerFilter.omit({ page: true }),
  columns,
  async list(tx, wanted) {
    const asked = { ...wanted, page: 1 };
    const { q, view, town, status, origin, source } = wanted;
    return {
      title: '企业台账',
      words: [
        ...said('看哪些', status ? undefined : registerViewLabels[view]),
        ...said('建会状态', status && registerLabels[status]),
        ...said('台账', origin && originLabels[origin]),
        ...said('来源', source && sourceLabels[source]),
        ...(await saidPlace(tx, '辖区', town)),
        ...searched(q, true),
      ],
      total: await countRegister(tx, asked),
      organisationId: canSeeRegister.organisationsOf(tx.actor)[0],
      parts: (ctx) => registerParts(ctx, asked, ROWS_AT_ONCE),
    };
  },
});
