import 'server-only';
import {
  describeUnionRows,
  type UnionRow,
  unionRowParts,
} from '@/features/figures/queries/union-rows';
import { unionRowsFilter } from '@/features/figures/schema';
import { canSeeMembers } from '@/features/members/policy';
import { dayCell } from '@/lib/documents/cell-values';
import { between, said } from './filter-words';
import { exportedList, type ListColumn, ROWS_AT_ONCE } from './opened-list';

/** The rows behind a number of 组织统计, as their page lists them. */
export const figureList = exportedList({
  name: 'union_figures',
  path: '/desk/union-figures/rows',
  may: canSeeMembers.anywhere,
  filter: unionRowsFilter.omit({ page: true }),
  // Two of the heads are those of the number.
  columns: [] as ListColumn<UnionRow>[],
  async list(tx, wanted) {
    const asked = { ...wanted, page: 1 };
    const { figure, set, unit, line, total, period } = await describeUnionRows(tx, asked);
    if (period.refused) return null;
    const { heads, labels = {} } = set.list;
    const place = line ?? unit.unit?.name;
    return {
      title: [place, figure.label].filter(Boolean).join('，'),
      words: [...said('组织', place), ...between('时间', period.from, period.to)],
      ...{ total, organisationId: unit.top[0] },
      columns: [
        { header: heads[0], width: 34, value: ({ title }) => title ?? '' },
        { header: heads[1], width: 30, value: (row) => row.place ?? '' },
        {
          header: heads[2],
          width: 24,
          value: ({ words }) => (words && labels[words]) ?? words ?? '',
        },
        { header: '日期', value: ({ day }) => dayCell(day) },
      ],
      parts: (ctx) => unionRowParts(ctx, asked, ROWS_AT_ONCE),
    };
  },
});
