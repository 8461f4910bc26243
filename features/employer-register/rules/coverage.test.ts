import { expect, it } from 'vitest';
import { coverageWords } from './coverage';

it.each([
  [212, 163, '76.8%'],
  [1000, 1000, '100.0%'],
  [2000, 1999, '99.9%'],
  [3, 0, '0.0%'],
  [0, 0, '—'],
])('coverage of %i due with %i founded reads %s', (due, founded, words) => {
  expect(coverageWords({ due, founded })).toBe(words);
});
