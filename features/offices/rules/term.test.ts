import { describe, expect, it } from 'vitest';
import {
  endState,
  latestElection,
  parseMonths,
  refuseOfficeDay,
  reminderDue,
  termEndsOn,
} from './term';

describe('a term', () => {
  it('of three or five years ends on the day before', () => {
    expect(termEndsOn('2026-06-12', 3)).toBe('2029-06-11');
    expect(termEndsOn('2026-06-12', 5)).toBe('2031-06-11');
  });

  it('may be followed by an election six months late and no later', () => {
    expect(latestElection('2029-08-31', 6)).toBe('2030-02-28');
  });

  it.each([
    ['2028-12-10', null],
    ['2028-12-11', 6],
    ['2029-03-10', 6],
    ['2029-03-11', 3],
    ['2029-05-11', 1],
    ['2029-07-01', 1],
  ])('that ends on 2029-06-11 is reminded of on %s by %s months', (today, months) => {
    expect(reminderDue('2029-06-11', today, [6, 3, 1])).toBe(months);
  });

  it('has months of reminders that are read from the largest to the smallest, else not at all', () => {
    expect(parseMonths('6 3 1')).toEqual([6, 3, 1]);
    expect(parseMonths('6、3')).toEqual([6, 3]);
    for (const bad of ['', '1 3', '6 x', '0', '25']) expect(parseMonths(bad)).toBeNull();
  });

  it('lies in the past, near or far', () => {
    expect(endState('2029-06-11', '2029-06-12', 30)).toBe('over');
    expect(endState('2029-06-11', '2029-06-11', 30)).toBe('soon');
    expect(endState('2029-06-11', '2029-05-12', 30)).toBe('soon');
    expect(endState('2029-06-11', '2029-05-11', 30)).toBe('later');
  });
});

describe('the day of an office', () => {
  const term = { beganOn: '2026-06-12', latest: '2029-12-11' };
  it.each([
    ['2026-06-11', 'before_term'],
    ['2026-06-12', null],
    ['2026-12-02', 'future'],
  ])('on %s is refused as %s', (on, why) => {
    expect(refuseOfficeDay(on, term, '2026-12-01')).toBe(why);
  });

  it('lies within the term and what it may slip', () => {
    expect(refuseOfficeDay('2029-12-12', term, '2030-01-01')).toBe('after_term');
  });
});
