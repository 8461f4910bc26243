import { describe, expect, it, test } from 'vitest';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { entryGranted, equalUntil, isDrawn, wayIn } from './entering';
import { entryLines } from './entry-lines';
import { letterOf, reservedOf } from './reserved';
import { claimField, claimsIn, tierOf, tierWarnings } from './tiers';
import { sendLabel } from './words';

const at = (local: string) => new Date(`${local}:00+08:00`);
const opens = at('2026-06-02T09:00');
const state = (more = {}) => ({
  allocation: 'first_come' as const,
  equalMinutes: undefined,
  bookingOpensAt: opens,
  status: null,
  ...more,
});

describe('what the next comer does', () => {
  test.each([
    ['comes first', state(), '2026-06-02T09:00', 'book'],
    ['comes within the equal minutes', state({ equalMinutes: 5 }), '2026-06-02T09:04', 'enter'],
    ['comes as they end', state({ equalMinutes: 5 }), '2026-06-02T09:05', 'book'],
    [
      'comes after them, before those are drawn',
      state({ equalMinutes: 5, status: 'frozen' }),
      '2026-06-02T09:06',
      'enter',
    ],
    [
      'comes after those are drawn',
      state({ equalMinutes: 5, status: 'drawn' }),
      '2026-06-02T09:04',
      'book',
    ],
    [
      'finds no opening hour',
      state({ equalMinutes: 5, bookingOpensAt: null }),
      '2026-06-02T09:04',
      'book',
    ],
    ['enters a draw first', state({ allocation: 'draw' }), '2026-06-02T09:00', 'enter'],
    [
      'enters one that is announced',
      state({ allocation: 'priority', status: 'announced' }),
      '2026-06-02T09:00',
      'enter',
    ],
    [
      'finds the list sealed',
      state({ allocation: 'draw', status: 'frozen' }),
      '2026-06-02T09:00',
      'frozen',
    ],
    [
      'finds the number known',
      state({ allocation: 'draw', status: 'seeded' }),
      '2026-06-02T09:00',
      'frozen',
    ],
    [
      'comes after a draw',
      state({ allocation: 'draw', status: 'drawn' }),
      '2026-06-02T09:00',
      'book',
    ],
    ['is of a unit', state({ allocation: 'unit', equalMinutes: 5 }), '2026-06-02T09:00', 'book'],
  ])('who %s: %j at %s: %s', (_what, s, now, way) => expect(wayIn(s, at(now))).toBe(way));

  it('is told by the clock of the opening, only where arrival counts', () => {
    expect(equalUntil(state({ equalMinutes: 5 }))).toEqual(at('2026-06-02T09:05'));
    expect(equalUntil(state({ equalMinutes: 0 }))).toBeNull();
    expect(equalUntil(state({ allocation: 'draw', equalMinutes: 5 }))).toBeNull();
    expect(
      [state({ equalMinutes: 0 }), state({ allocation: 'unit' }), state()].map(isDrawn),
    ).toEqual([true, false, false]);
  });

  it('gets a number and no place', () => {
    const places = { capacity: 9, taken: 1, waiting: 0, reserved: 0, overridden: 0, queueNext: 7 };
    expect(entryGranted(places)).toEqual({
      status: 'entered',
      queueNo: null,
      entryNo: 7,
      carveOutId: null,
      places: { ...places, queueNext: 8 },
    });
  });

  test.each([
    ['enter', 'waitlist', '报名抽签'],
    ['book', 'waitlist', '加入候补'],
    ['book', 'bookable', '提交预约'],
    ['frozen', 'bookable', '提交预约'],
  ] as const)('by a button that says so: %s, %s', (entry, seats, label) => {
    expect(sendLabel(entry, seats)).toBe(label);
  });
});

describe('the lines of the frozen list', () => {
  const criteria = { newFormOnly: false, occupations: [], organisationIds: [] };
  const rider = { ...criteria, occupations: ['courier'] };
  const member = { occupationCode: 'courier', isNewForm: true, unionPath: ['u'] };
  const entrant = (id: string, entryNo: number, more = {}) => ({
    id,
    entryNo,
    householdId: null,
    lost: false,
    member: null,
    verified: [],
    ...more,
  });
  const lines = (entrants: ReturnType<typeof entrant>[], given: object = {}) =>
    entryLines(entrants, {
      terms: allocationTerms.parse({ siblings: 'together', ...given }),
      carveOuts: [
        { id: 'gone', criteria, returnedAt: new Date(0) },
        { id: 'town', criteria, returnedAt: null },
        { id: 'rider', criteria: rider, returnedAt: null },
      ],
      salts: ['salt1', 'salt2', 'salt3'],
      digests: ['d1', 'd2', 'd3'],
    });

  it('name a number, its groups and its digest; the salt stays with the booking', () => {
    expect(lines([entrant('b1', 4, { member }), entrant('b2', 5)])).toEqual([
      {
        entry: { no: 4, tier: 1, weight: 1, groups: 'ab', household: null, digest: 'd1' },
        salted: { no: 4, booking: 'b1', tier: 1, weight: 1, salt: 'salt1' },
      },
      {
        entry: { no: 5, tier: 1, weight: 1, groups: '', household: null, digest: 'd2' },
        salted: { no: 5, booking: 'b2', tier: 1, weight: 1, salt: 'salt2' },
      },
    ]);
  });

  it('give siblings one token, an only child none, and nobody one where siblings are not drawn as one', () => {
    const family = [
      entrant('b1', 1, { householdId: 'x' }),
      entrant('b2', 2, { householdId: 'y' }),
      entrant('b3', 3, { householdId: 'x' }),
    ];
    const tokens = (given = {}) => lines(family, given).map(({ entry }) => entry.household);
    expect(tokens()).toEqual(['f1', null, 'f1']);
    expect(tokens({ siblings: 'none' })).toEqual([null, null, null]);
    const two = [...family, entrant('b4', 4, { householdId: 'y' })];
    expect(lines(two).map(({ entry }) => entry.household)).toEqual(['f1', 'f2', 'f1', 'f2']);
  });

  it('give a second ticket to who lost, where the terms say so', () => {
    const lost = [entrant('b1', 1, { lost: true }), entrant('b2', 2)];
    const weights = (losersAgain: boolean) =>
      lines(lost, { draw: { seed: 'lottery', losersAgain } }).map(({ entry, salted }) => [
        entry.weight,
        salted.weight,
      ]);
    expect(weights(true)).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(weights(false)).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('places kept within a draw', () => {
  const kept = (id: string, more = {}) => ({
    id,
    capacity: 3,
    taken: 1,
    returnedAt: null,
    returnsAt: null,
    ...more,
  });

  it('are lettered in their order, those that flowed back left out', () => {
    const now = at('2026-06-10T10:00');
    const carveOuts = [kept('a1', { returnedAt: now }), kept('b1'), kept('c1', { taken: 0 })];
    expect(reservedOf(carveOuts, null, now)).toEqual([
      { id: 'b1', letter: 'a', places: 2, returns: false },
      { id: 'c1', letter: 'b', places: 3, returns: false },
    ]);
    expect(letterOf(carveOuts, 'none')).toBe('');
  });

  it('flow back in the draw when their time comes no later than the day of the number', () => {
    const returns = (returnsAt: Date, seedOn: string | null) =>
      reservedOf([kept('r', { returnsAt })], seedOn, at('2026-06-12T22:00'))[0]?.returns;
    expect(returns(at('2026-06-13T00:00'), '2026-06-12')).toBe(true);
    expect(returns(at('2026-06-13T00:01'), '2026-06-12')).toBe(false);
    expect(returns(at('2026-06-12T22:00'), null)).toBe(true);
    expect(returns(at('2026-06-12T22:01'), null)).toBe(false);
  });
});

describe('what comes first in a draw', () => {
  const criteria = {
    newFormOnly: false,
    occupations: [] as string[],
    organisationIds: [] as string[],
  };
  const tier = (key: string, more = {}) => ({
    key,
    label: key,
    claim: false,
    points: undefined,
    criteria,
    ...more,
  });
  const courier = { occupationCode: 'courier', isNewForm: true, unionPath: ['u', 'town'] };
  const usual = { ...courier, occupationCode: 'teacher', isNewForm: false };

  it('is the first condition that fits; who fits none comes last', () => {
    const tiers = [
      tier('骑手', { criteria: { ...criteria, occupations: ['courier'] } }),
      tier('本镇', { criteria: { ...criteria, organisationIds: ['town'] } }),
    ];
    expect(tierOf(tiers, courier, [])).toBe(1);
    expect(tierOf(tiers, usual, [])).toBe(2);
    expect(tierOf(tiers, null, [])).toBe(3);
    expect(
      tierOf([tier('新就业', { criteria: { ...criteria, newFormOnly: true } })], usual, []),
    ).toBe(2);
    expect(tierOf([tier('所有人')], null, [])).toBe(1);
    expect(tierOf([], courier, [])).toBe(1);
  });

  it('counts what somebody claims only once an officer has seen the proof', () => {
    const tiers = [tier('困难', { claim: true }), tier('所有人')];
    expect(tierOf(tiers, courier, [])).toBe(2);
    expect(tierOf(tiers, courier, ['困难'])).toBe(1);
  });

  it('adds up what fits where it goes by points', () => {
    const tiers = [
      tier('骑手', { points: 3, criteria: { ...criteria, occupations: ['courier'] } }),
      tier('困难', { points: 2, claim: true }),
      tier('没有分'),
    ];
    expect(tierOf(tiers, courier, ['困难'])).toBe(1);
    expect(tierOf(tiers, courier, [])).toBe(3);
    expect(tierOf(tiers, usual, [])).toBe(6);
  });

  it('warns of a condition that nobody reaches, not of one that is claimed or scored', () => {
    const same = { criteria: { ...criteria, occupations: ['courier'] } };
    const late = '“乙”和前面的“甲”重叠，符合两档的人都算前一档，这一档可能没有人';
    expect(tierWarnings([tier('甲', same), tier('乙', same)])).toEqual([late]);
    expect(tierWarnings([tier('甲'), tier('乙', same)])).toEqual([late]);
    expect(tierWarnings([tier('甲', same), tier('乙')])).toEqual([]);
    expect(tierWarnings([tier('甲', { claim: true }), tier('乙')])).toEqual([]);
    expect(tierWarnings([tier('甲', { points: 1 }), tier('乙', { points: 1 })])).toEqual([]);
    const [asksNewForm, asksTown] = [
      { criteria: { ...criteria, newFormOnly: true } },
      { criteria: { ...criteria, organisationIds: ['town'] } },
    ];
    expect(tierWarnings([tier('甲', asksNewForm), tier('乙', same)])).toEqual([]);
    expect(tierWarnings([tier('甲', asksTown), tier('乙', same)])).toEqual([]);
  });

  it('is claimed by a tick at a condition that asks for one', () => {
    const tiers = [tier('甲', { claim: true }), tier('乙'), tier('丙', { claim: true })];
    expect(claimField(2)).toBe('claim3');
    expect(claimsIn(tiers, { claim1: true, claim2: true, claim3: false })).toEqual(['甲']);
    expect(claimsIn(tiers, { claim3: 'yes' })).toEqual([]);
  });
});
