import { expect, test } from 'vitest';
import { lineScale } from './line-scale';

test.each([
  [126, [0, 50, 100, 150]],
  [7, [0, 5, 10]],
  [1, [0, 1]],
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [980, [0, 500, 1000]],
])('%i people are read on the steps %j', (most, steps) => {
  expect(lineScale(most)).toEqual(steps);
});
