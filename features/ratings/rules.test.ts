import { describe, expect, it } from 'vitest';
import {
  canMoveTask,
  isPoor,
  isTaskOverdue,
  levels,
  reasonLabels,
  reasonsAt,
  refuseRating,
  summaryOf,
} from './rules';

const now = new Date('2026-11-24T02:00:00Z');
const later = new Date('2026-11-24T02:00:01Z');
const open = { done: true, changeableUntil: null, taskStatus: null };

describe('rating a case', () => {
  it.each([
    ['that is over', open, null],
    ['that is not over', { ...open, done: false }, 'not_done'],
    ['again, within a day', { ...open, changeableUntil: later }, null],
    ['again, on the last second', { ...open, changeableUntil: now }, 'too_late'],
    [
      'again, while it waits for an answer',
      { ...open, changeableUntil: later, taskStatus: 'open' },
      null,
    ],
    [
      'again, once it is answered',
      { ...open, changeableUntil: later, taskStatus: 'answered' },
      'being_handled',
    ],
    [
      'again, once it is solved',
      { ...open, changeableUntil: later, taskStatus: 'solved' },
      'being_handled',
    ],
    [
      'again, after taking a poor one back',
      { ...open, changeableUntil: later, taskStatus: 'withdrawn' },
      null,
    ],
  ] as const)('%s', (_, facts, expected) => {
    expect(refuseRating(facts, now)).toBe(expected);
  });

  it('is poor from 不满意 down', () => {
    expect(levels.filter(isPoor)).toEqual([2, 1]);
  });

  it('offers reasons that fit the level, each with words', () => {
    expect(reasonsAt(5)).not.toContain('slow');
    expect(reasonsAt(1)).not.toContain('fast');
    expect(reasonsAt(3)).toEqual([...reasonsAt(5), ...reasonsAt(1)]);
    expect(reasonsAt(4)).toEqual(reasonsAt(5));
    expect(reasonsAt(2)).toEqual(reasonsAt(1));
    for (const level of levels) {
      for (const reason of reasonsAt(level)) expect(reasonLabels[reason]).toBeTruthy();
    }
  });
});

describe('what stands in public', () => {
  it.each([
    ['nothing', {}, null],
    ['four are too few', { 5: 4 }, null],
    ['five', { 5: 3, 4: 1, 1: 1 }, { count: 5, average: '4.0', goodPercent: 80 }],
    ['基本满意 counted as good', { 4: 2, 3: 3 }, { count: 5, average: '3.4', goodPercent: 100 }],
    ['rounded to one decimal', { 5: 2, 4: 4 }, { count: 6, average: '4.3', goodPercent: 100 }],
    ['never rounded up to all', { 5: 299, 2: 1 }, { count: 300, average: '5.0', goodPercent: 99 }],
  ] as const)('%s', (_, counts, expected) => {
    expect(summaryOf(counts, 5)).toEqual(expected);
  });
});

it('a task goes its way in steps: answered, then solved or opened again, and never once solved', () => {
  const statuses = ['open', 'answered', 'solved', 'withdrawn'] as const;
  const steps = statuses.map((from) => statuses.filter((to) => canMoveTask(from, to)));
  expect(steps).toEqual([['answered', 'withdrawn'], ['open', 'solved'], [], ['open']]);
});

it.each([
  ['open', '2026-11-24', false],
  ['open', '2026-11-23', true],
  ['answered', '2026-11-01', false],
  ['withdrawn', '2026-11-01', false],
] as const)('a task %s due %s is overdue today: %s', (status, dueOn, expected) => {
  expect(isTaskOverdue({ status, dueOn }, '2026-11-24')).toBe(expected);
});
