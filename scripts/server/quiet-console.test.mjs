import { expect, test } from 'vitest';
import { quietLine } from './quiet-console.mjs';

test('an error is told by its kind and place, never by its message', () => {
  const error = new Error('Failed query: insert … params: 450803199001011234,陈一帆');
  const line = quietLine([' ⨯', error]);
  expect(line).toContain('"error":"Error"');
  expect(line).toContain('quiet-console.test.mjs');
  expect(line).not.toMatch(/450803|陈一帆|params/);
});

test('a plain remark passes, one that quotes a query does not', () => {
  expect(quietLine(['▲ ready'])).toBe('▲ ready');
  expect(quietLine(['Failed query: select … params: 13900000001'])).toBeUndefined();
});
