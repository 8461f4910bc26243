import 'server-only';
import { canSeeOffices } from '@/features/offices/policy';
import { type EndingRow, listAllEndings, listEndings } from '@/features/offices/queries/endings';
import {
  endKindLabels,
  endSortLabels,
  endStateLabels,
  endViewLabels,
  endWhat,
} from '@/features/offices/rules/end-labels';
import { endState } from '@/features/offices/rules/term';
import { endsFilter } from '@/features/offices/schema/ends';
import { renewalDays } from '@/features/offices/settings';
import { placeName } from '@/features/organisations/rules/place-name';
import { todayOn } from '@/lib/dates';
import { dayCell } from '@/lib/documents/cell-values';
import { readSettings } from '@/lib/settings';
import { said, saidPlace } from './filter-words';
import { exportedList, type ListColumn, onePart } from './opened-list';

const columnsOn = (today: string, soon: number): ListColumn<EndingRow>[] => [
  { header: '工会', width: 34, value: (row) => row.union },
  { header: '辖区', value: (row) => (row.town ? placeName(row.town) : '区直') },
  { header: '什么', width: 14, value: endWhat },
  { header: '到期', value: (row) => dayCell(row.endsOn) },
  { header: '现在', width: 10, value: (row) => endStateLabels[endState(row.endsOn, today, soon)] },
  { header: '批复、证书号', width: 28, value: (row) => row.paper ?? '' },
];

/** 任期与证书到期, as the page lists them. */
export const termList = exportedList({
  name: 'terms',
  path: '/desk/terms',
  may: canSeeOffices.anywhere,
  filter: endsFilter.omit({ page: true }),
  columns: columnsOn('', 0),
  async list(tx, wanted) {
    const asked = { ...wanted, page: 1 };
    const { soon } = await readSettings(tx, { soon: renewalDays });
    const { view, kind, sort, town } = asked;
    return {
      title: '任期与证书到期',
      words: [
        ...said('多久到期', endViewLabels[view]),
        ...said('什么', kind && endKindLabels[kind]),
        ...(await saidPlace(tx, '辖区', town)),
        ...said('先后', endSortLabels[sort]),
      ],
      total: (await listEndings(tx, asked)).total,
      organisationId: canSeeOffices.organisationsOf(tx.actor)[0],
      columns: columnsOn(todayOn(tx.now), soon),
      parts: (ctx) => onePart(() => listAllEndings(ctx, asked)),
    };
  },
});
