import { expect, test } from 'vitest';
import { parseJsonOnce } from './json-once';

test.each([
  ['{"who":"self","who":"child"}'],
  ['{"a":{"b":1,"b":2}}'],
  ['[{"b":1,"\\u0062":2}]'],
  ['{"a":1,"b":{"a":1},"a" : 2}'],
])('JSON that names a key twice is nothing: %s (N34)', (text) => {
  expect(parseJsonOnce(text)).toBeUndefined();
});

test.each([
  ['{"a":{"b":1},"b":[{"b":1},{"b":2}]}'],
  ['{"a":"\\"b\\":","b":"{\\"a\\":1}","c":["a","a"]}'],
  ['"x"'],
  ['null'],
  ['[[]]'],
])('JSON that names every key once is its value: %s', (text) => {
  expect(parseJsonOnce(text)).toEqual(JSON.parse(text));
});

test('what is no JSON is nothing, and nesting without end is read in one pass', () => {
  expect(parseJsonOnce('{')).toBeUndefined();
  expect(parseJsonOnce('')).toBeUndefined();
  const text = `"${'\\\\a'.repeat(100_000)}"`;
  expect(parseJsonOnce(`{"x":${text},"x":1}`)).toBeUndefined();
});
