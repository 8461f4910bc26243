import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { spreadsheet } from '@/lib/documents/spreadsheet';
import type { UnionFigureFilter } from '../schema';
import { readUnionFigures } from './union-figures';

interface SheetRow {
  readonly label: string;
  readonly numbers: Readonly<Record<string, number>> | null;
}

/**
 * The table of members, unions and employers as .xlsx: a line for each unit below, the total, then period and 口径.
 * Throws NotFound for a unit outside the reader's scope.
 * @returns `name` of the file with the period in it
 */
export async function writeUnionFigures(
  ctx: Ctx,
  filter: UnionFigureFilter,
): Promise<{ name: string; content: Buffer }> {
  const { period, unit, sets, whole, lines, now } = await readUnionFigures(ctx, filter);
  const figures = sets.flatMap((set) => set.figures);
  const said = [
    '',
    unit.unit ? `单位：${unit.unit.name}` : '',
    `时间：${formatFullDay(period.from)}至${formatFullDay(period.to)}`,
    `数据截至：${formatDateTime(now, now)}`,
    ...figures.map(({ label, about }) => `${label}：${about}`),
  ];
  const content = await spreadsheet<SheetRow>({
    sheet: '组织统计',
    columns: [
      { header: '单位', width: 28, value: ({ label }) => label },
      ...figures.map(({ id, label }) => ({
        header: label,
        width: 12,
        value: ({ numbers }: SheetRow) => numbers && (numbers[id] ?? 0),
      })),
    ],
    rows: [
      ...lines,
      { label: '合计', numbers: whole },
      ...said.map((label) => ({ label, numbers: null })),
    ],
  });
  return { name: `组织统计-${period.from}至${period.to}.xlsx`, content };
}
