import { expect, test } from 'vitest';
import { groupDigits } from './group-digits';

test.each([
  ['138', '138'],
  ['1381', '138 1'],
  ['13812345678', '138 1234 5678'],
  ['138-1234 5678', '138 1234 5678'],
  ['138123456789', '138 1234 5678 9'],
  ['', ''],
])('a phone number typed as %j is shown as %j', (typed, shown) => {
  expect(groupDigits(typed, [3, 4, 4])).toBe(shown);
});

test('an identity number ends in a capital X', () => {
  expect(groupDigits('11010519491231002x', [6, 8, 4])).toBe('110105 19491231 002X');
});
