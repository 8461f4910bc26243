import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HiddenCells, hideSmallCells } from './small-cells';

type Grid = number[][];
const least = 5;

/** Parts with their sum as the last column, and the total of all as the last row. */
function withSums(parts: Grid): Grid {
  const rows = parts.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const width = rows[0]?.length ?? 0;
  const total = Array.from({ length: width }, (_, c) =>
    rows.reduce((a, row) => a + (row[c] ?? 0), 0),
  );
  return [...rows, total];
}

/** One equation for each row (parts less their sum) and each column (rows less their total). */
function equationsOf(grid: Grid): { cells: [number, number, number][] }[] {
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const sign = (at: number, of: number) => (at === of - 1 ? -1 : 1);
  const rows = grid.map((row, r) => ({
    cells: row.map((_, c): [number, number, number] => [r, c, sign(c, width)]),
  }));
  const columns = Array.from({ length: width }, (_, c) => ({
    cells: grid.map((_, r): [number, number, number] => [r, c, sign(r, height)]),
  }));
  return [...rows, ...columns];
}

/** Hidden cells that the sums of the table give away: solved as an attacker would, by elimination. */
function givenAway(grid: Grid, hidden: HiddenCells): string[] {
  const unknown = grid.flatMap((row, r) =>
    row.flatMap((_, c) => (hidden[r]?.[c] ? [`${r},${c}`] : [])),
  );
  const matrix = equationsOf(grid).map(({ cells }) => {
    const line = unknown.map(() => 0);
    for (const [r, c, s] of cells) {
      const at = unknown.indexOf(`${r},${c}`);
      if (at >= 0) line[at] = s;
    }
    return line;
  });
  let top = 0;
  for (let column = 0; column < unknown.length; column++) {
    const pivot = matrix.findIndex((line, at) => at >= top && Math.abs(line[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [line] = matrix.splice(pivot, 1);
    if (!line) continue;
    const lead = line[column] ?? 1;
    const unit = line.map((n) => n / lead);
    matrix.splice(top, 0, unit);
    matrix.forEach((other, at) => {
      if (at === top) return;
      const times = other[column] ?? 0;
      other.forEach((n, k) => {
        other[k] = n - times * (unit[k] ?? 0);
      });
    });
    top += 1;
  }
  return matrix
    .filter((line) => line.filter((n) => Math.abs(n) > 1e-9).length === 1)
    .map((line) => unknown[line.findIndex((n) => Math.abs(n) > 1e-9)] ?? '');
}

const count = fc.oneof(fc.nat(8), fc.nat(200));
const parts = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([height, width]) =>
    fc.array(fc.array(count, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe('a table without its small cells', () => {
  it('hides every count from one to below the least, and shows a table without any whole', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const grid = withSums(made);
        const hidden = hideSmallCells({ counts: grid, least, sum: (grid[0]?.length ?? 1) - 1 });
        const small = grid.flatMap((row, r) =>
          row.map((n, c) => [n > 0 && n < least, hidden[r]?.[c]]),
        );
        for (const [is, was] of small) if (is) expect(was).toBe(true);
        if (!small.some(([is]) => is)) expect(hidden.flat().some(Boolean)).toBe(false);
      }),
    );
  });

  it('gives no hidden cell away by any sum of rows and columns', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const grid = withSums(made);
        const hidden = hideSmallCells({ counts: grid, least, sum: (grid[0]?.length ?? 1) - 1 });
        expect(givenAway(grid, hidden)).toEqual([]);
      }),
    );
  });

  it('would give some away if only the small ones were hidden', () => {
    const grid = withSums([
      [30, 2],
      [40, 9],
    ]);
    const only = grid.map((row) => row.map((n) => n > 0 && n < least));
    expect(givenAway(grid, only)).toEqual(['0,1']);
  });

  it('keeps what matters: the sum of a row goes before a part of it, a total last', () => {
    const grid = withSums([
      [30, 2],
      [40, 9],
      [50, 12],
    ]);
    expect(hideSmallCells({ counts: grid, least, sum: 2 })).toEqual([
      [false, true, true],
      [false, true, true],
      [false, false, false],
      [false, false, false],
    ]);
  });

  it('hides with one small count of a column a second one, and the total only where there is no other', () => {
    const column = (numbers: number[]) => ({ counts: numbers.map((n) => [n]), least });
    const of = (numbers: number[]) => hideSmallCells(column(numbers)).flat();
    expect(of([3, 20, 9, 32])).toEqual([true, false, true, false]);
    expect(of([3, 0, 0, 3])).toEqual([true, false, false, true]);
    expect(of([3, 2, 9, 14])).toEqual([true, true, false, false]);
    expect(of([0, 0])).toEqual([false, false]);
  });
});
