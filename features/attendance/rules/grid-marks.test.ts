import { describe, expect, it } from 'vitest';
import { markGridInput } from '../schema/grid';
import { type CellState, choiceOf, stillOpen, tap, tapRest } from './grid-marks';

const came: CellState = { state: 'present', cause: null };
const none: CellState = { state: 'none', cause: null };
const atWork: CellState = { state: 'excused', cause: 'work' };
const id = '0192f0aa-0000-7000-8000-000000000001';
const sessionId = '0192f0aa-0000-7000-8000-000000000009';
const marks = (sent: Record<string, unknown>) =>
  markGridInput.safeParse({ sessionId, ...sent }).data?.marks;

describe('a tap on the grid', () => {
  it('puts the chosen mark into a cell, and a second one takes it out again', () => {
    const once = tap({}, 'a', none, came);
    expect(once).toEqual({ a: { seen: 'none', to: came } });
    expect(tap(once, 'a', none, came)).toEqual({});
  });

  it('with the mark that stands there already empties the cell', () => {
    expect(tap({}, 'a', came, came)).toEqual({ a: { seen: 'present', to: none } });
  });

  it('with another mark replaces what was tapped before', () => {
    const once = tap({}, 'a', none, came);
    expect(tap(once, 'a', none, atWork)).toEqual({ a: { seen: 'none', to: atWork } });
  });

  it('on 其余 marks the cells that say nothing and no other', () => {
    const cells = [
      { key: 'a', stored: none },
      { key: 'b', stored: came },
      { key: 'c', stored: none },
    ];
    const absent: CellState = { state: 'absent', cause: null };
    const before = tap({}, 'c', none, absent);
    expect(tapRest(before, cells, came)).toEqual({
      a: { seen: 'none', to: came },
      c: { seen: 'none', to: absent },
    });
  });

  it('is forgotten once the server knows it, and when its row is gone', () => {
    const tapped = { ...tap({}, 'a', none, came), ...tap({}, 'b', none, came) };
    const gone = tap(tapped, 'c', none, atWork);
    expect(stillOpen(gone, (key) => (key === 'c' ? undefined : key === 'a' ? came : none))).toEqual(
      { b: { seen: 'none', to: came } },
    );
  });
});

describe('the grid as a form', () => {
  it('sends each tapped cell with what was seen there and what it becomes', () => {
    expect(marks({ mark: [`${id}|2027-03-20|none|${choiceOf(atWork)}`] })).toEqual([
      { bookingId: id, on: '2027-03-20', seen: 'none', to: 'excused', cause: 'work' },
    ]);
  });

  it('sends one pressed cell with the chosen mark without script, and takes back the same', () => {
    const cell = `${id}|2027-03-20|none`;
    expect(marks({ cell, choice: 'absent' })).toMatchObject([{ to: 'absent', seen: 'none' }]);
    const again = `${id}|2027-03-20|absent`;
    expect(marks({ cell: again, choice: 'absent' })).toMatchObject([{ to: 'none' }]);
  });

  it.each([
    ['no cell at all', { mark: 'x' }],
    ['an unknown state', { mark: `${id}|2027-03-20|none|late` }],
    ['请假 without a cause', { mark: `${id}|2027-03-20|none|excused` }],
    ['an unknown cause', { cell: `${id}|2027-03-20|none`, choice: 'excused-ill' }],
    ['more cells than a sheet has', { mark: Array(601).fill(`${id}|2027-03-20|none|absent`) }],
  ])('refuses %s', (_, sent) => {
    expect(markGridInput.safeParse({ sessionId, ...sent }).success).toBe(false);
  });
});
