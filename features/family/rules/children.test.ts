import { describe, expect, it } from 'vitest';
import { guardianTransitions, leavingRemovesChild, refuseBirth, usualEntryYear } from './children';

describe('a child’s birth date', () => {
  it.each([
    ['2017-05-20', null],
    ['2026-11-23', null],
    ['2026-11-24', 'today'],
    ['2026-11-25', 'future'],
    ['2008-11-25', null],
    ['2008-11-24', 'grown_up'],
    ['2017-02-30', 'unreal'],
    ['', 'unreal'],
  ])('%s is %s', (birthOn, refusal) => {
    expect(refuseBirth(birthOn, '2026-11-24')).toBe(refusal);
  });

  it('tells the usual year of entering school: six by the end of August', () => {
    expect(usualEntryYear('2017-08-31')).toBe(2023);
    expect(usualEntryYear('2017-09-01')).toBe(2024);
  });
});

describe('guardians', () => {
  it('are invited, confirmed and ended in that order only', () => {
    expect(guardianTransitions).toEqual({
      invited: ['confirmed', 'ended'],
      confirmed: ['ended'],
      ended: [],
    });
  });

  it('take the child along when the last one leaves', () => {
    expect([1, 2].map(leavingRemovesChild)).toEqual([true, false]);
  });
});
