import type { CountedCell, CountedLine } from './counted-line';
import { protectedTogether } from './protected-cells';

/**
 * What stands in a cell: the number; nothing, because it is small and not the reader's to know; nothing,
 * because this figure is not divided so; or no sum, because the lines do not add up.
 */
export type FigureCellState = 'shown' | 'hidden' | 'not_divided' | 'not_additive';

export interface FigureCell {
  readonly state: FigureCellState;
  readonly value: number;
  /** Its rows may be opened, all of them, and there are some. */
  readonly opens: boolean;
}

export interface FigureLine {
  readonly key: string;
  readonly label: string;
  readonly cells: Readonly<Record<string, FigureCell>>;
}

export interface FigureTable {
  readonly lines: readonly FigureLine[];
  /** The numbers of the whole, each counted once: no sum of the lines. */
  readonly whole: Readonly<Record<string, FigureCell>>;
  /** What stands in the last row of the table. */
  readonly total: Readonly<Record<string, FigureCell>>;
  /** Something was hidden. */
  readonly hides: boolean;
}

interface Given {
  readonly figures: readonly {
    readonly id: string;
    readonly from: string;
    readonly notAdditive: string | null;
  }[];
  readonly lines: readonly {
    readonly key: string;
    readonly label: string;
    readonly counted: CountedLine;
  }[];
  readonly whole: CountedLine;
  /** The same lines and whole, of each kind of service apart, where the table is of several. */
  readonly apart?: readonly (readonly CountedLine[])[];
  /** Sessions stand in lines of their own, or in the total alone. */
  readonly dividesSessions: boolean;
  readonly least: number;
}

const nothing: CountedCell = { value: 0, closed: 0 };

/**
 * The table as its reader may see it. Small cells are hidden with what would give them away; a number that
 * does not add up has no total; sessions have no lines where the table is divided by people.
 */
export function figureTable(given: Given): FigureTable {
  const { figures, lines, whole, apart = [], dividesSessions, least } = given;
  const counted = [...lines.map((line) => line.counted), whole];
  const hidden = protectedTogether(apart.length > 0 ? apart : [counted], least);
  const cellsAt = (row: number, isTotal: boolean) =>
    Object.fromEntries(
      figures.map(({ id, from, notAdditive }): [string, FigureCell] => {
        const { value, closed } = counted[row]?.[id] ?? nothing;
        const state = ((): FigureCellState => {
          if (!isTotal && from === 'sessions_in' && !dividesSessions) return 'not_divided';
          if (isTotal && notAdditive !== null && lines.length > 1) return 'not_additive';
          return hidden[row]?.has(id) ? 'hidden' : 'shown';
        })();
        const opens = state === 'shown' && closed === 0 && value > 0;
        return [id, { state, value: state === 'shown' ? value : 0, opens }];
      }),
    );
  const last = counted.length - 1;
  const wholeOf = Object.entries(cellsAt(last, true)).map(([id, cell]): [string, FigureCell] => {
    if (cell.state !== 'not_additive') return [id, cell];
    const { value, closed } = whole[id] ?? nothing;
    const isHidden = hidden[last]?.has(id) === true;
    const opens = !isHidden && closed === 0 && value > 0;
    return [id, { state: isHidden ? 'hidden' : 'shown', value: isHidden ? 0 : value, opens }];
  });
  return {
    lines: lines.map(({ key, label }, row) => ({ key, label, cells: cellsAt(row, false) })),
    whole: Object.fromEntries(wholeOf),
    total: cellsAt(last, true),
    hides: hidden.some((ids) => ids.size > 0),
  };
}

/** A share of two cells, from 0 to 1 (more where places were given above capacity); null where one of them is not shown, or there is nothing to divide by. */
export function shareOf(part: FigureCell | undefined, of: FigureCell | undefined): number | null {
  if (part?.state !== 'shown' || of?.state !== 'shown' || of.value === 0) return null;
  return part.value / of.value;
}
