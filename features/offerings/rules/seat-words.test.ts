import { expect, test } from 'vitest';
import { seatState, seatWords } from './seat-words';

test.each([
  ['most places are free', 30, 0, 'free'],
  ['four of twenty are left', 20, 16, 'free'],
  ['three are left', 20, 17, 'low'],
  ['a tenth of a large number is left', 90, 81, 'low'],
  ['one more than a tenth is left', 90, 80, 'free'],
  ['none is left', 30, 30, 'full'],
  ['more were let in than there are places', 30, 31, 'full'],
] as const)('when %s', (_, capacity, taken, state) => {
  expect(seatState({ capacity, taken })).toBe(state);
});

test('the words come first: how many are left of how many', () => {
  expect(seatWords({ capacity: 30, taken: 24 })).toEqual({
    strong: '剩 6',
    rest: ' / 30',
    waiting: '',
  });
});

test('a full class says so, and how many wait', () => {
  const words = seatWords({ capacity: 30, taken: 31, waiting: 2 });
  expect(words.strong).toBe('已满');
  expect(words.waiting).toBe('候补 2 人');
});
