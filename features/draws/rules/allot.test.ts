import { describe, expect, it, test } from 'vitest';
import { allot, inOrder, isPlaced, type Scored } from './allot';
import { type List, type ListedEntry, listText, numberText, parseList } from './list';
import { outcomesOf } from './outcomes';
import { stockAfter } from './stock-after';
import { ticketsOf, unitsOf } from './units';

const entry = (no: number, more: Partial<ListedEntry> = {}): ListedEntry => ({
  no,
  tier: 1,
  weight: 1,
  groups: '',
  household: null,
  digest: `d${no}`,
  ...more,
});
const list = (entries: ListedEntry[], more: Partial<List> = {}): List => ({
  session: 's1',
  open: 2,
  reserved: [],
  siblings: 'together',
  waiting: null,
  seed: 'lottery 2026-06-12 2026-06-16',
  entries,
  ...more,
});
/** Drawn in the order of the numbers, so that the outcome can be told by hand. */
const drawn = (l: List) =>
  allot(
    l,
    unitsOf(l).map((unit): Scored => ({ ...unit, score: String(unit.no).padStart(16, '0') })),
  );
const outcomes = (l: List) => drawn(l).map(({ no, outcome }) => `${no} ${outcome}`);
const riders = (places: number, returns = false) => ({ letter: 'a', places, returns, id: 'rider' });

describe('the order of a draw', () => {
  const unit = (no: number, tier: number, score: string): Scored => ({
    members: [entry(no)],
    tier,
    weight: 1,
    no,
    score,
  });

  it('goes by tier, then by score, and by the number where both are alike', () => {
    const units = [unit(4, 2, 'a'), unit(3, 1, 'b'), unit(2, 1, 'b'), unit(1, 1, 'c')];
    expect(inOrder(units).map(({ no }) => no)).toEqual([2, 3, 1, 4]);
    expect(units.map(({ no }) => no)).toEqual([4, 3, 2, 1]);
  });

  it('takes siblings as one: the later of their tiers, the most of their tickets, the lowest number', () => {
    const pair = [entry(5, { household: 'f1', tier: 2 }), entry(3, { household: 'f1', weight: 2 })];
    const [family, single] = unitsOf(list([...pair, entry(4)]));
    expect(family).toMatchObject({ no: 3, tier: 2, weight: 2 });
    expect(family?.members.map(({ no }) => no)).toEqual([3, 5]);
    expect(single?.no).toBe(4);
    expect(unitsOf(list(pair, { siblings: 'none' }))).toHaveLength(2);
    expect(family && ticketsOf(family, 'hash')).toEqual(['hash:0003:1', 'hash:0003:2']);
  });
});

describe('the places of a draw', () => {
  it('go down the order, the rest waits', () => {
    expect(outcomes(list([1, 2, 3, 4].map((no) => entry(no))))).toEqual([
      '1 open',
      '2 open',
      '3 wait',
      '4 wait',
    ]);
    expect(drawn(list([entry(7), entry(9)])).map(({ rank, no }) => [rank, no])).toEqual([
      [1, 7],
      [2, 9],
    ]);
  });

  it('give a kept place before an open one, to its own group alone', () => {
    const entries = [entry(1, { groups: 'a' }), entry(2), entry(3, { groups: 'a' }), entry(4)];
    expect(outcomes(list(entries, { reserved: [riders(1)] }))).toEqual([
      '1 a',
      '2 open',
      '3 open',
      '4 wait',
    ]);
  });

  it('leave a kept place empty that nobody of its group wants, unless it flows back', () => {
    const entries = [1, 2, 3, 4].map((no) => entry(no));
    expect(outcomes(list(entries, { reserved: [riders(1)] }))[2]).toBe('3 wait');
    expect(outcomes(list(entries, { reserved: [riders(1, true)] }))).toEqual([
      '1 open',
      '2 open',
      '3 open',
      '4 wait',
    ]);
  });

  it('pass a family over that does not fit whole, for a single child behind it', () => {
    const pair = { household: 'f1' };
    const entries = [entry(1), entry(2, pair), entry(3, pair), entry(4)];
    expect(outcomes(list(entries))).toEqual(['1 open', '2 wait', '3 wait', '4 open']);
    expect(outcomes(list(entries, { siblings: 'best_effort' }))).toEqual([
      '1 open',
      '2 open',
      '3 wait',
      '4 wait',
    ]);
  });

  it('give a family that was passed over what flows back, if all of it fits then', () => {
    const pair = { household: 'f1' };
    const entries = [entry(1), entry(2, pair), entry(3, pair)];
    expect(outcomes(list(entries, { reserved: [riders(1, true)] }))).toEqual([
      '1 open',
      '2 open',
      '3 open',
    ]);
  });

  it('let no more wait than the waiting list has room for, a family together or not at all', () => {
    const pair = { household: 'f1' };
    const entries = [entry(1), entry(2), entry(3), entry(4, pair), entry(5, pair), entry(6)];
    expect(outcomes(list(entries, { open: 1, waiting: 3 }))).toEqual([
      '1 open',
      '2 wait',
      '3 wait',
      '4 out',
      '5 out',
      '6 wait',
    ]);
    const apart = list(entries, { open: 1, waiting: 3, siblings: 'best_effort' });
    expect(outcomes(apart).slice(3)).toEqual(['4 wait', '5 out', '6 out']);
    expect(outcomes(list(entries, { open: 1, waiting: 0 })).slice(1)).toEqual(
      [2, 3, 4, 5, 6].map((no) => `${no} out`),
    );
    expect(outcomes(list(entries, { open: 1, waiting: 4 })).slice(3)).toEqual([
      '4 wait',
      '5 wait',
      '6 out',
    ]);
  });

  test.each([
    ['open', true],
    ['a', true],
    ['wait', false],
    ['out', false],
  ])('that came to %s hold one: %s', (outcome, placed) => expect(isPlaced(outcome)).toBe(placed));
});

describe('what a draw makes of bookings', () => {
  const result = (no: number, rank: number, outcome: string) => ({ no, rank, outcome, score: 's' });
  const results = [
    result(12, 1, 'open'),
    result(10, 2, 'a'),
    result(13, 3, 'wait'),
    result(9, 4, 'out'),
    result(11, 5, 'wait'),
  ];
  const of = (more: Partial<Parameters<typeof outcomesOf>[1]> = {}) =>
    outcomesOf(results, {
      needsApproval: false,
      reserved: [riders(1)],
      returned: new Set(),
      ineligible: new Map(),
      ...more,
    });

  it('is a place, a place kept for a group, a number of the queue in drawn order, or nothing', () => {
    const none = { carveOutId: null, queueNo: null, position: null, ineligible: null };
    expect(of()).toEqual([
      { no: 12, rank: 1, ...none, status: 'booked' },
      { no: 10, rank: 2, ...none, status: 'booked', carveOutId: 'rider' },
      { no: 13, rank: 3, ...none, status: 'waitlisted', queueNo: 9, position: 1 },
      { no: 9, rank: 4, ...none, status: 'not_drawn' },
      { no: 11, rank: 5, ...none, status: 'waitlisted', queueNo: 10, position: 2 },
    ]);
  });

  it('waits for somebody to approve it where the service asks that', () => {
    expect(of({ needsApproval: true }).map(({ status }) => status)).toEqual([
      'pending',
      'pending',
      'waitlisted',
      'not_drawn',
      'waitlisted',
    ]);
  });

  it('is an open place once the group keeps none any more', () => {
    expect(of({ returned: new Set(['rider']) })[1]).toMatchObject({ carveOutId: null });
  });

  it('is a refusal with its words for who may not have the place any more', () => {
    const ineligible = new Map([
      [12, '年龄不符'],
      [13, '不看'],
    ]);
    expect(of({ ineligible }).map(({ status, ineligible: words }) => [status, words])).toEqual([
      ['refused', '年龄不符'],
      ['booked', null],
      ['waitlisted', null],
      ['not_drawn', null],
      ['waitlisted', null],
    ]);
  });

  it('counts the places afterwards: taken, flowed back, and who waits', () => {
    const now = new Date('2026-06-12T14:00:00Z');
    const stock = {
      places: { capacity: 10, taken: 1, waiting: 1, reserved: 3, overridden: 0, queueNext: 20 },
      carveOuts: [{ id: 'rider', capacity: 3, taken: 0, returnedAt: null }],
    };
    const left = (returns: boolean) => stockAfter(stock, of(), [riders(3, returns)], now);
    expect(left(false)).toEqual({
      places: { ...stock.places, taken: 3, waiting: 3, reserved: 2 },
      carveOuts: [{ id: 'rider', capacity: 3, taken: 1, returnedAt: null }],
    });
    expect(left(true)).toMatchObject({
      places: { taken: 3, reserved: 0 },
      carveOuts: [{ taken: 1, returnedAt: now }],
    });
  });
});

describe('the list that is published', () => {
  const whole = list([entry(12, { groups: 'a', household: 'f1', weight: 2, tier: 2 }), entry(3)], {
    reserved: [riders(1, true), { letter: 'b', places: 2, returns: false, id: 'town' }],
    waiting: 5,
  });

  it('is one text, by number, in which everything stands that decides', () => {
    expect(listText(whole)).toBe(
      [
        'lianxin-draw-1',
        'session s1',
        'open 2',
        'group a 1 returns rider',
        'group b 2 kept town',
        'siblings together',
        'waiting 5',
        'seed lottery 2026-06-12 2026-06-16',
        'entries 2',
        '0003 1 1 - - d3',
        '0012 2 2 a f1 d12',
        '',
      ].join('\n'),
    );
    expect(numberText(7)).toBe('0007');
  });

  it('is read back as it was, without a limit of who waits too', () => {
    const read = parseList(listText(whole));
    expect(read).toEqual({ ...whole, entries: [whole.entries[1], whole.entries[0]] });
    expect(parseList(listText({ ...whole, waiting: null })).waiting).toBeNull();
    expect(parseList(listText({ ...whole, siblings: 'best_effort' })).siblings).toBe('best_effort');
    expect(parseList(listText(list([]))).entries).toEqual([]);
  });

  test.each([
    ['of another algorithm', (text: string) => text.replace('draw-1', 'draw-2')],
    ['cut short', (text: string) => text.split('\n').slice(0, -2).join('\n')],
    ['with a line more', (text: string) => `${text}0099 1 1 - - d99\n`],
    ['without its entries', (text: string) => text.slice(0, text.indexOf('entries'))],
    ['empty', () => ''],
  ])('%s is refused', (_what, spoil) => {
    expect(() => parseList(spoil(listText(whole)))).toThrow('no list of lianxin-draw-1');
  });
});
