import 'server-only';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import { spreadsheet } from '@/lib/documents/spreadsheet';
import { divisionLabels } from '../rules/divisions';
import { figureColumns, type SheetLine, sheetLines, sheetNotes } from '../rules/figure-sheet';
import type { FigureFilter } from '../schema';
import { readFigures } from './read-figures';
import { serviceFigures } from './registered';
import { describeReporter } from './reporter';

/**
 * The table of figures as .xlsx, to hand upward: its lines, the total, and below them who made it for which
 * period, and 口径. Hidden where the page hides.
 * @returns `name` of the file with the period in it
 */
export async function writeFigures(
  ctx: Ctx,
  filter: FigureFilter,
): Promise<{ name: string; content: Buffer }> {
  const { table, period, least, now, by, kind } = await readFigures(ctx, filter);
  const columns = figureColumns(serviceFigures);
  const said = [
    '',
    `填报单位：${await describeReporter(ctx)}`,
    `时间：${formatFullDay(period.from)}至${formatFullDay(period.to)}，按场次的第一天算；${kind ? offeringKindLabels[kind] : '全部服务'}`,
    `数据截至：${formatDateTime(now, now)}`,
    ...sheetNotes(serviceFigures, table, least),
  ];
  const notes = said.map((label): SheetLine => ({ label, values: [] }));
  const content = await spreadsheet<SheetLine>({
    sheet: '服务统计',
    columns: [
      { header: divisionLabels[by], width: 24, value: ({ label }) => label },
      ...columns.map(({ head }, at) => ({
        header: head,
        width: 11,
        value: ({ values }: SheetLine) => values[at] ?? null,
      })),
    ],
    rows: [...sheetLines(table, columns), ...notes],
  });
  return { name: `服务统计-${period.from}至${period.to}.xlsx`, content };
}
