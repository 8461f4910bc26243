import { formatPercent } from '@/lib/format';
import { type FigureCell, type FigureTable, shareOf } from './figure-table';

export const hiddenMark = '＊';
export const notDividedMark = '—';
export const notAdditiveMark = '不可相加';

type Cells = Readonly<Record<string, FigureCell>>;

/** A column of the table: a figure, or a share of two. */
export type FigureColumn =
  | { readonly head: string; readonly figure: string }
  | { readonly head: string; readonly share: readonly [part: string, of: string] };

const rates: Readonly<Record<string, FigureColumn>> = {
  taken: { head: '满员率', share: ['taken', 'places'] },
  attended: { head: '到场率', share: ['attended', 'expected'] },
};

/** The columns in their order: every figure, and a share behind the figure that it is of. */
export const figureColumns = (
  figures: readonly { readonly id: string; readonly label: string }[],
): FigureColumn[] =>
  figures.flatMap(({ id, label }) => {
    const rate = rates[id];
    const column = { head: label, figure: id };
    return rate ? [column, rate] : [column];
  });

/** What stands for a cell where it is no number. */
export function markOf({ state }: FigureCell): string {
  if (state === 'hidden') return hiddenMark;
  return state === 'not_additive' ? notAdditiveMark : notDividedMark;
}

/** A cell as it is printed and exported: a number, 66%, or a mark. */
export function figureText(column: FigureColumn, cells: Cells): number | string {
  if ('share' in column) {
    const [part, of] = column.share.map((id) => cells[id]);
    const share = shareOf(part, of);
    return share === null ? notDividedMark : formatPercent(share);
  }
  const cell = cells[column.figure];
  if (!cell) return notDividedMark;
  return cell.state === 'shown' ? cell.value : markOf(cell);
}

export interface SheetLine {
  readonly label: string;
  readonly values: readonly (number | string)[];
}

/** The whole table as it is handed upward: its lines and the total last. */
export function sheetLines(table: FigureTable, columns: readonly FigureColumn[]): SheetLine[] {
  const lineOf = (label: string, cells: Cells): SheetLine => ({
    label,
    values: columns.map((column) => figureText(column, cells)),
  });
  return [
    ...table.lines.map(({ label, cells }) => lineOf(label, cells)),
    lineOf('合计', table.total),
  ];
}

/** Which figures do not add up, a line for each reason. */
function notAdditiveNotes(
  figures: readonly { label: string; notAdditive: string | null }[],
): string[] {
  const reasons = [...new Set(figures.flatMap(({ notAdditive }) => notAdditive ?? []))];
  return reasons.map((reason) => {
    const labels = figures.filter((each) => each.notAdditive === reason).map(({ label }) => label);
    return `${labels.join('、')}不可相加：${reason}，各行相加会重复。`;
  });
}

/** 口径, a line for each figure, and what the marks mean as far as they occur. */
export function sheetNotes(
  figures: readonly { id: string; label: string; about: string; notAdditive: string | null }[],
  { hides }: Pick<FigureTable, 'hides'>,
  least: number,
): string[] {
  return [
    ...figures.map(({ label, about }) => `${label}：${about}`),
    '满员率：报名 ÷ 名额；到场率：到场 ÷ 应到。',
    ...notAdditiveNotes(figures),
    ...(hides
      ? [`${hiddenMark} 少于 ${least} 人次，或靠它能推算出少于 ${least} 的，不显示。`]
      : []),
  ];
}
