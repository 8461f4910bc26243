/** What of a table is hidden, row by row. */
export type HiddenCells = readonly (readonly boolean[])[];

interface Table {
  /** Row by row; the last row is the total of the others. */
  readonly counts: readonly (readonly number[])[];
  /** The smallest count above zero that may be read. */
  readonly least: number;
  /** Which column is the sum of the others; without one each column stands alone. */
  readonly sum?: number;
}

const TOTAL = 10_000;
const NOTHING = 1_000_000;

/** How much is lost with a cell: the sum of a row least, a total much, and a zero protects too little. */
function loss({ counts, sum }: Table, row: number, column: number): number {
  const value = counts[row]?.[column] ?? 0;
  return (
    (column === sum ? 1 : 100) +
    (row === counts.length - 1 ? TOTAL : 0) +
    (value === 0 ? NOTHING : Math.min(value, 1e9) / 1e9)
  );
}

type Cell = readonly [row: number, column: number];

/** The cells that, hidden with this one, leave it open: in its row and column, and where those cross. */
function partnersOf({ counts, sum }: Table, [row, column]: Cell): Cell[][] {
  const rows = counts.map((_, at) => at).filter((at) => at !== row);
  const columns = (counts[0] ?? []).map((_, at) => at).filter((at) => at !== column);
  if (sum === undefined) return rows.map((r): Cell[] => [[r, column]]);
  if (rows.length === 0) return columns.map((c): Cell[] => [[row, c]]);
  return rows.flatMap((r) =>
    columns.map((c): Cell[] => [
      [row, c],
      [r, column],
      [r, c],
    ]),
  );
}

/**
 * Which cells nobody may read who may not open the rows they count: each count above zero and below `least`, and
 * with it so many others that no sum of the table gives it away. Every hidden cell stands at the corner of two
 * rows and two columns that are all hidden there: one more here and one fewer there leaves every sum as it is.
 * Source: the rectangle rule of complementary suppression (statistical disclosure control).
 */
export function hideSmallCells(table: Table): HiddenCells {
  const { counts, least } = table;
  const hidden = counts.map((row) => row.map((n) => n > 0 && n < least));
  const isHidden = ([row, column]: Cell) => hidden[row]?.[column] === true;
  const cost = (cells: readonly Cell[]) =>
    cells.reduce((sum, cell) => sum + (isHidden(cell) ? 0 : loss(table, ...cell)), 0);
  const small = hidden.flatMap((row, r) => row.flatMap((is, c): Cell[] => (is ? [[r, c]] : [])));
  for (const cell of small) {
    let best: readonly Cell[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (const cells of partnersOf(table, cell)) {
      const asked = cost(cells);
      if (asked < least) [best, least] = [cells, asked];
    }
    for (const [row, column] of best) (hidden[row] ?? [])[column] = true;
  }
  return hidden;
}
