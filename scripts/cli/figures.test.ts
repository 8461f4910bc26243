import { expect, test } from 'vitest';
import { periodOfOptions } from './figures';

test('figures of a year are those of its first to its last day', () => {
  expect(periodOfOptions({ year: '2024' })).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(periodOfOptions({ from: '2024-02-29', to: '2024-03-01' })).toEqual({
    from: '2024-02-29',
    to: '2024-03-01',
  });
});

test.each([
  [{}],
  [{ year: '24' }],
  [{ year: '2024', from: '2024-01-01' }],
  [{ from: '2023-02-29', to: '2024-01-01' }],
  [{ from: '2024-02-01', to: '2024-01-01' }],
])('figures of %o are refused with what to write', (given) => {
  expect(() => periodOfOptions(given)).toThrow(/--year/);
});
