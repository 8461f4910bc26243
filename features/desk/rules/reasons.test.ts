import { expect, it } from 'vitest';
import { reasonLines } from './reasons';

it.each([
  ['', []],
  ['  \n\n', []],
  ['请核对姓名\n 请核对职业 \n请核对姓名', ['请核对姓名', '请核对职业']],
])('of %j each line is a reason once', (typed, lines) => {
  expect(reasonLines(typed)).toEqual(lines);
});
