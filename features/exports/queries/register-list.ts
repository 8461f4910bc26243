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
  sourceLabels,
} from '@/features/employer-register/rules/labels';
import { registerLabels } from '@/features/employer-register/rules/status';
import { registerFilter } from '@/features/employer-register/schema/entry';
import { openSearch } from '@/lib/auth/search';
import type { SheetColumn } from '@/lib/documents/spreadsheet';
import { type ExportedList, ROWS_AT_ONCE, streamOf } from './opened-list';

const columns: SheetColumn<RegisterRow>[] = [
  { header: '单位全称', width: 34, value: (row) => row.name },
  { header: '统一社会信用代码', width: 22, value: (row) => row.uscc ?? '' },
  { header: '所在地', value: (row) => row.town },
  { header: '地址', width: 30, value: (row) => row.address ?? '' },
  { header: '行业', value: (row) => row.industry ?? '' },
  { header: '来源', value: (row) => sourceLabels[row.source] },
  { header: '台账内外', width: 10, value: (row) => originLabels[row.origin] },
  { header: '登记日期', value: (row) => row.enteredOn },
  { header: '列入台账', value: (row) => row.listedOn ?? '' },
  { header: '职工人数', width: 10, value: (row) => row.staffCount },
  { header: '人数日期', value: (row) => row.staffCountedOn ?? '' },
  {
    header: '人数依据',
    value: (row) => (row.staffEvidence ? evidenceLabels[row.staffEvidence] : ''),
  },
  { header: '建会状态', value: (row) => registerLabels[row.status] },
  { header: '原因', width: 24, value: (row) => row.statusReason ?? '' },
  { header: '负责人', value: (row) => row.responsible ?? '' },
  { header: '下次走访', value: (row) => row.nextVisitOn ?? '' },
];

/** 企业台账, as the page lists it. */
export const registerList: ExportedList = {
  name: 'register',
  path: '/desk/register',
  may: canSeeRegister,
  mayWhole: null,
  async open(tx, query) {
    const asked = registerFilter.parse(Object.fromEntries(query));
    const { wanted, lost } = openSearch(tx, asked);
    return {
      title: '企业台账',
      lost,
      total: await countRegister(tx, wanted),
      organisationId: canSeeRegister.organisationsOf(tx.actor)[0],
      stream: streamOf<RegisterRow>({
        ...{ title: '企业台账', columns },
        parts: (ctx) => registerParts(ctx, wanted, ROWS_AT_ONCE),
      }),
    };
  },
};
