import { describe, expect, it, test } from 'vitest';
import { askedPeriod } from './asked-period';
import type { CountedLine } from './counted-line';
import { bandName, bandsOf, monthsOf } from './divisions';
import { figureRowsHref, figuresHref } from './figure-address';
import { figureColumns, figureText, sheetLines, sheetNotes } from './figure-sheet';
import { figureTable } from './figure-table';

const today = '2026-06-15';
const asked = (from: string, to: string) => askedPeriod({ from, to }, today, 24);

describe('the period of a page of figures', () => {
  it('is this year so far where nothing was asked', () => {
    expect(asked('', '')).toEqual({ from: '2026-01-01', to: today, refused: null });
  });

  test.each([
    ['2025-03-01', '2025-03-31', '2025-03-01', '2025-03-31'],
    ['2026-05-04', '', '2026-05-04', today],
    ['', '2026-05-20', '2026-05-01', '2026-05-20'],
    ['2026-07-01', '', '2026-07-01', '2026-07-01'],
    ['2024-07-01', '2026-06-30', '2024-07-01', '2026-06-30'],
  ])('from %s to %s is counted from %s to %s', (from, to, begins, ends) => {
    expect(asked(from, to)).toEqual({ from: begins, to: ends, refused: null });
  });

  test.each([
    ['2026-02-30', '', 'from', '日期不对'],
    ['2026-01-01', 'x', 'to', '日期不对'],
    ['2026-06-02', '2026-06-01', 'to', '结束那天在开始之前'],
    ['2024-07-01', '2026-07-01', 'to', '一次最多看 24 个月'],
  ])('from %s to %s is refused at “%s”: %s', (from, to, field, words) => {
    const { refused, ...period } = asked(from, to);
    expect(refused?.field).toBe(field);
    expect(refused?.words).toContain(words);
    expect(period).toEqual({ from: '2026-01-01', to: today });
  });
});

it('a table by months has every month of its period, over the turn of a year', () => {
  expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
});

describe('an age band', () => {
  test.each([
    ['child', '孩子'],
    ['0', '35岁以下'],
    ['1', '36–45岁'],
    ['2', '46–59岁'],
    ['3', '60岁以上'],
    ['unknown', '没有出生日期'],
  ])('%s is called %s', (key, name) => {
    expect(bandName(key, bandsOf('36,46,60'))).toBe(name);
  });
});

const figures = [
  { id: 'sessions', from: 'sessions_in', label: '场次', about: '', notAdditive: null },
  { id: 'places', from: 'sessions_in', label: '名额', about: '', notAdditive: null },
  ...['taken', 'expected', 'attended', 'no_show', 'excused', 'unmarked'].map((id) => ({
    ...{ id, from: 'lines', label: id, about: '' },
    notAdditive: null,
  })),
  { id: 'people', from: 'lines', label: '人数', about: '', notAdditive: '同一个人会出现几次' },
];

/** A line of which the reader may open nothing, or all. */
function lineOf(attended: number, noShow: number, closed = true): CountedLine {
  const expected = attended + noShow;
  const numbers = { sessions: 2, places: 60, taken: expected, expected, attended, no_show: noShow };
  const all = { ...numbers, excused: 0, unmarked: 0, people: attended };
  return Object.fromEntries(
    Object.entries(all).map(([id, value]) => [
      id,
      { value, closed: closed && !['sessions', 'places'].includes(id) ? value : 0 },
    ]),
  );
}

const tableOf = (
  lines: readonly (readonly [attended: number, noShow: number])[],
  closed: boolean,
  dividesSessions = true,
) => {
  const sums = lines.reduce(([a, b], [c, d]) => [a + c, b + d] as const, [0, 0] as const);
  return figureTable({
    figures,
    lines: lines.map((numbers, at) => ({
      key: `${at}`,
      label: `甲${at}`,
      counted: lineOf(...numbers, closed),
    })),
    whole: lineOf(...sums, closed),
    dividesSessions,
    least: 5,
  });
};

const states = (table: ReturnType<typeof tableOf>, id: string) =>
  [...table.lines.map((line) => line.cells[id]), table.total[id]].map((cell) => cell?.state);

describe('a table of figures', () => {
  it('is whole for whoever may open its rows, and each number that is not zero opens', () => {
    const table = tableOf(
      [
        [30, 2],
        [40, 0],
      ],
      false,
    );
    expect(table.hides).toBe(false);
    expect(table.lines[0]?.cells.no_show).toEqual({ state: 'shown', value: 2, opens: true });
    expect(table.lines[1]?.cells.no_show).toEqual({ state: 'shown', value: 0, opens: false });
  });

  it('hides a small number from others, with what would give it away, and keeps who came', () => {
    const table = tableOf(
      [
        [30, 2],
        [40, 9],
        [50, 12],
      ],
      true,
    );
    expect(table.hides).toBe(true);
    expect(states(table, 'no_show')).toEqual(['hidden', 'hidden', 'shown', 'shown']);
    expect(states(table, 'expected')).toEqual(['hidden', 'hidden', 'shown', 'shown']);
    expect(states(table, 'taken')).toEqual(['hidden', 'hidden', 'shown', 'shown']);
    expect(states(table, 'attended')).toEqual(['shown', 'shown', 'shown', 'shown']);
    expect(table.lines[0]?.cells.no_show?.value).toBe(0);
    expect(table.lines[2]?.cells.no_show).toEqual({ state: 'shown', value: 12, opens: false });
  });

  it('counts as small only what its reader may not open', () => {
    const open = lineOf(30, 2, false);
    const table = figureTable({
      figures,
      lines: [
        { key: '0', label: '甲', counted: open },
        { key: '1', label: '乙', counted: lineOf(40, 9) },
      ],
      whole: {
        ...lineOf(70, 11),
        no_show: { value: 11, closed: 9 },
        attended: { value: 70, closed: 40 },
      },
      dividesSessions: true,
      least: 5,
    });
    expect(table.lines[0]?.cells.no_show).toMatchObject({ state: 'shown', value: 2, opens: true });
  });

  it('refuses a total where the lines do not add up, and still tells the whole, counted once', () => {
    const table = tableOf(
      [
        [30, 5],
        [40, 9],
      ],
      false,
    );
    expect(table.total.people?.state).toBe('not_additive');
    expect(table.whole.people).toEqual({ state: 'shown', value: 70, opens: true });
    expect(tableOf([[30, 5]], false).total.people?.state).toBe('shown');
  });

  it('gives sessions no lines where people divide it, only a total', () => {
    expect(
      states(
        tableOf(
          [
            [30, 5],
            [40, 9],
          ],
          false,
          false,
        ),
        'sessions',
      ),
    ).toEqual(['not_divided', 'not_divided', 'shown']);
  });
});

describe('the sheet that is handed upward', () => {
  const columns = figureColumns(figures);

  it('has a share behind what it is of, and a mark where a number is not shown', () => {
    expect(columns.map(({ head }) => head)).toContain('到场率');
    const table = tableOf(
      [
        [30, 2],
        [40, 9],
        [50, 12],
      ],
      true,
    );
    const [first, , third, total] = sheetLines(table, columns);
    expect(first?.values).toEqual([2, 60, '＊', '—', '＊', 30, '—', '＊', 0, 0, 30]);
    expect(third?.values).toEqual([2, 60, 62, '103%', 62, 50, '81%', 12, 0, 0, 50]);
    expect(total).toMatchObject({ label: '合计' });
    expect(total?.values.at(-1)).toBe('不可相加');
  });

  it('says what a mark means only where one stands, and why a number does not add up', () => {
    const notes = (hides: boolean) => sheetNotes(figures, { hides }, 5).join('\n');
    expect(notes(true)).toContain('少于 5');
    expect(notes(false)).not.toContain('少于 5');
    expect(notes(false)).toContain('人数不可相加：同一个人会出现几次');
  });

  it('shows nothing of a figure that was not counted', () => {
    expect(figureText({ head: '', figure: 'none' }, {})).toBe('—');
    expect(figureText({ head: '', share: ['a', 'b'] }, {})).toBe('—');
  });
});

describe('the address of figures', () => {
  const here = { from: '2026-01-01', to: '2026-06-15', by: 'town' } as const;

  it('carries period, services, division, and no empty part', () => {
    expect(figuresHref(here)).toBe('/desk/figures?from=2026-01-01&to=2026-06-15&by=town');
    expect(figuresHref({ ...here, kind: 'training' }, '/desk/figures/print', 2)).toBe(
      '/desk/figures/print?from=2026-01-01&to=2026-06-15&kind=training&by=town&page=2',
    );
  });

  it('of rows names the figure, and the line where one is meant', () => {
    expect(figureRowsHref(here, 'attended')).toBe(
      '/desk/figures/rows?figure=attended&from=2026-01-01&to=2026-06-15&by=town',
    );
    expect(figureRowsHref(here, 'attended', 'none', 3)).toContain('key=none&page=3');
  });
});
