import { describe, expect, it } from 'vitest';
import { paperPages, seatRows } from './paper-pages';
import { sheetFor, sheetsFor } from './sheets';

const people = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('paper', () => {
  it('cuts lines into sheets, and has one for nobody', () => {
    expect(paperPages(people(5), 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(paperPages([], 2)).toEqual([[]]);
  });

  it('seats people row by row from the front, with empty desks at the end of the last row', () => {
    expect(seatRows(people(8), 3)).toEqual([
      [
        { from: 1, seats: [1, 2, 3] },
        { from: 4, seats: [4, 5, 6] },
        { from: 7, seats: [7, 8, null] },
      ],
    ]);
  });

  it('counts seats on over a second sheet', () => {
    const [, second] = seatRows(people(32), 4);
    expect(second).toEqual([{ from: 29, seats: [29, 30, 31, 32] }]);
  });

  it('of a screening is a sign-in sheet only, whatever the address asks for', () => {
    expect(sheetsFor('screening').map((one) => one.kind)).toEqual(['sign']);
    expect(sheetFor('screening', 'badges')).toBe('sign');
    expect(sheetFor('childcare', 'badges')).toBe('badges');
  });
});
