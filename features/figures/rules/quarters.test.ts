import { expect, it } from 'vitest';
import { quartersOf } from './quarters';

it('the quarters of a year that is over are its four, with the year in their names', () => {
  expect(quartersOf('2024', '2026-06-15')).toEqual([
    { label: '2024年一季度', from: '2024-01-01', to: '2024-03-31' },
    { label: '2024年二季度', from: '2024-04-01', to: '2024-06-30' },
    { label: '2024年三季度', from: '2024-07-01', to: '2024-09-30' },
    { label: '2024年四季度', from: '2024-10-01', to: '2024-12-31' },
  ]);
});

it('the quarters of the present year end today, and those to come are left out', () => {
  expect(quartersOf('2026', '2026-06-15')).toEqual([
    { label: '一季度', from: '2026-01-01', to: '2026-03-31' },
    { label: '二季度', from: '2026-04-01', to: '2026-06-15' },
  ]);
  expect(quartersOf('2026', '2026-07-01').at(-1)).toMatchObject({ to: '2026-07-01' });
  expect(quartersOf('2026', '2026-01-01')).toHaveLength(1);
  expect(quartersOf('2027', '2026-06-15')).toEqual([]);
});
