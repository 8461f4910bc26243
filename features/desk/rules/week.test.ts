import { expect, it } from 'vitest';
import { weekBefore, weekOf } from './week';

it.each([
  ['2026-11-30', '2026-11-30', '2026-12-06'],
  ['2026-12-06', '2026-11-30', '2026-12-06'],
  ['2026-12-02', '2026-11-30', '2026-12-06'],
  ['2027-01-01', '2026-12-28', '2027-01-03'],
])('the week of %s goes from %s to %s', (on, from, to) => {
  expect(weekOf(on)).toEqual({ from, to });
});

it('the week before begins seven days earlier', () => {
  expect(weekBefore('2026-11-30')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
});
