import 'server-only';
import {
  describeUnionRows,
  type UnionRow,
  unionRowParts,
} from '@/features/figures/queries/union-rows';
import { unionRowsFilter } from '@/features/figures/schema';
import { canSeeMembers } from '@/features/members/policy';
import { type ExportedList, ROWS_AT_ONCE, streamOf } from './opened-list';

/** The rows behind a number of 组织统计, as their page lists them. */
export const figureList: ExportedList = {
  name: 'union_figures',
  path: '/desk/union-figures/rows',
  may: canSeeMembers,
  mayWhole: null,
  async open(tx, query) {
    const asked = unionRowsFilter.parse(Object.fromEntries(query));
    const { figure, set, unit, line, total } = await describeUnionRows(tx, asked);
    const { heads, labels = {} } = set.list;
    const title = [line ?? unit.unit?.name, figure.label].filter(Boolean).join('，');
    return {
      ...{ title, total, lost: false, organisationId: unit.top[0] },
      stream: streamOf<UnionRow>({
        title,
        columns: [
          { header: heads[0], width: 34, value: ({ title: words }) => words ?? '' },
          { header: heads[1], width: 30, value: ({ place }) => place ?? '' },
          {
            header: heads[2],
            width: 24,
            value: ({ words }) => (words && labels[words]) ?? words ?? '',
          },
          { header: '日期', value: ({ day }) => day ?? '' },
        ],
        parts: (ctx) => unionRowParts(ctx, asked, ROWS_AT_ONCE),
      }),
    };
  },
};
