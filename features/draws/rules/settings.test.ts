import { describe, expect, it } from 'vitest';
import { type AllocationTerms, allocationTerms } from '@/features/offerings/schema/allocation';
import { setCarveOutInput } from '@/features/places/schema/carve-outs';
import { changeAllocationInput } from '../schema/change-allocation';
import { fallbackDay, seedDay, unknownSeedDay } from './seed';
import { allocationErrors, changesEntering, type Wanted } from './settings';
import { tierOf, tierWarnings } from './tiers';

const at = (local: string) => new Date(`${local}:00+08:00`);
const now = at('2026-06-01T10:00');
const around = {
  bookingOpensAt: at('2026-06-02T09:00'),
  bookingClosesAt: at('2026-06-11T18:00'),
  firstStartsAt: at('2026-07-06T08:30'),
};
const terms = (given: Record<string, unknown>): AllocationTerms => allocationTerms.parse(given);
const drawnOn = (seedOn?: string) => terms({ draw: { seed: 'lottery', seedOn } });
const tier = (label: string, points?: number) => ({
  key: `t${label.length}${label.charCodeAt(0) % 97}`,
  label,
  claim: true,
  points,
});

describe('a way of giving out places', () => {
  it.each<[string, Wanted, string, string]>([
    ['a draw without a day', { allocation: 'draw', terms: drawnOn() }, 'seedOn', '请填用哪一天'],
    [
      'a day in the past',
      { allocation: 'draw', terms: drawnOn('2026-05-31') },
      'seedOn',
      '这一天已过',
    ],
    [
      'a number that is known before entries close',
      { allocation: 'draw', terms: drawnOn('2026-06-11') },
      'seedOn',
      '要晚于截止报名的日子',
    ],
    [
      'a number after the first session',
      { allocation: 'priority', terms: drawnOn('2026-07-06') },
      'seedOn',
      '要早于第一场',
    ],
    [
      'minutes longer than the whole window',
      { allocation: 'first_come', terms: { ...terms({}), equalMinutes: 14_000 } },
      'equalMinutes',
      '比整个报名时间',
    ],
    [
      'no condition at all',
      { allocation: 'priority', terms: drawnOn('2026-06-12') },
      'tier1',
      '至少一条',
    ],
    [
      'a condition without points',
      {
        allocation: 'priority',
        terms: {
          ...drawnOn('2026-06-12'),
          tiers: terms({ tiers: [tier('单亲', 3), tier('建档困难')] }).tiers,
        },
      },
      'points2',
      '算几分',
    ],
    [
      'the same condition twice',
      {
        allocation: 'draw',
        terms: {
          ...drawnOn('2026-06-12'),
          tiers: terms({ tiers: [tier('单亲'), tier('单亲')] }).tiers,
        },
      },
      'tier2',
      '和第 1 条重复',
    ],
  ])('%s is said at its field', (_, wanted, field, words) => {
    expect(allocationErrors(wanted, around, now)[field]).toContain(words);
  });

  it('is fine when the day lies between', () => {
    expect(
      allocationErrors({ allocation: 'draw', terms: drawnOn('2026-06-12') }, around, now),
    ).toEqual({});
  });

  it('is another one for who has entered, except for the days it is public', () => {
    const before: Wanted = { allocation: 'draw', terms: drawnOn('2026-06-12') };
    const longer = terms({ draw: { seed: 'lottery', seedOn: '2026-06-12', publicDays: 14 } });
    expect(changesEntering(before, { allocation: 'draw', terms: longer })).toBe(false);
    expect(changesEntering(before, { allocation: 'draw', terms: drawnOn('2026-06-13') })).toBe(
      true,
    );
  });

  it.each([
    ['equalMinutes', '0'],
    ['equalMinutes', '-1'],
    ['equalMinutes', '1000000000'],
    ['graceDays', '0'],
    ['publicDays', '31'],
    ['points1', '101'],
    ['points1', 'x'],
    ['allocation', 'whoever'],
  ])('%s = %s is refused', (field, value) => {
    const form = {
      offeringId: '0198f0a0-0000-7000-8000-000000000000',
      version: '1',
      allocation: 'priority',
    };
    const said = changeAllocationInput.safeParse({ ...form, [field]: value });
    expect(said.error?.issues[0]?.path[0]).toBe(field);
  });
});

describe('conditions that come first', () => {
  const open = { newFormOnly: false, occupations: [], organisationIds: [] };
  const newForm = { ...open, newFormOnly: true };
  const member = { occupationCode: 'courier', isNewForm: true, unionPath: [] };

  it('that overlap are allowed, and the officer is told that the later one may stay empty', () => {
    const twice = terms({
      tiers: [
        { key: 'a', label: '新就业', criteria: newForm },
        { key: 'b', label: '骑手', criteria: newForm },
      ],
    }).tiers;
    expect(tierWarnings(twice)).toEqual([
      '“骑手”和前面的“新就业”重叠，符合两档的人都算前一档，这一档可能没有人',
    ]);
    expect(tierOf(twice, member, [])).toBe(1);
  });

  it('are added up by points, so that they may overlap', () => {
    const { tiers } = terms({
      tiers: [
        { key: 'hard', label: '建档困难', claim: true, points: 4 },
        { key: 'new', label: '新就业', criteria: newForm, points: 2 },
      ],
    });
    expect(tierWarnings(tiers)).toEqual([]);
    const plain = { ...member, isNewForm: false };
    const ranks = [
      tierOf(tiers, member, ['hard']),
      tierOf(tiers, plain, ['hard']),
      tierOf(tiers, member, []),
      tierOf(tiers, plain, []),
      tierOf(tiers, null, []),
    ];
    expect(ranks).toEqual([1, 3, 5, 7, 7]);
  });
});

describe('a number that comes late', () => {
  const named = {
    source: 'lottery',
    seedOn: '2026-06-12',
    fallbackOn: fallbackDay('2026-06-12', 3),
  } as const;

  it.each([
    ['2026-06-12T21:14', { on: '2026-06-12', late: false, ready: false }],
    ['2026-06-12T21:15', { on: '2026-06-12', late: false, ready: true }],
    ['2026-06-15T23:59', { on: '2026-06-12', late: false, ready: true }],
    ['2026-06-16T00:00', { on: '2026-06-16', late: true, ready: false }],
    ['2026-06-16T21:15', { on: '2026-06-16', late: true, ready: true }],
    ['2026-09-01T08:00', { on: '2026-06-16', late: true, ready: true }],
  ])('at %s: %o', (local, expected) => {
    expect(seedDay(named, at(local))).toEqual(expected);
  });

  it.each([
    ['2026-06-12T21:14', '2026-06-12'],
    ['2026-06-12T21:15', '2026-06-13'],
    ['2026-06-14T10:00', '2026-06-14'],
    ['2026-06-14T21:15', '2026-06-15'],
  ])('a list that is sealed at %s names the number of %s', (local, day) => {
    expect(unknownSeedDay('2026-06-12', at(local))).toBe(day);
  });
});

describe('places kept for a group', () => {
  const form = {
    sessionId: '0198f0a0-0000-7000-8000-000000000000',
    label: '骑手',
    newFormOnly: 'yes',
  };
  it.each(['0', '-1', '1000000000', '1.5', ''])('%s of them are refused', (capacity) => {
    const said = setCarveOutInput.safeParse({ ...form, capacity });
    expect(said.error?.issues[0]?.path[0]).toBe('capacity');
  });
});
