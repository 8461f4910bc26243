import { expect, it } from 'vitest';
import { dueTowns } from './due-towns';

it('the towns of the register stand with what ends there, the others after them, then all together', () => {
  const due = { open: 3, large: 1, visits: 2, unassigned: 0 };
  const rows = dueTowns({ towns: [{ ...due, placeId: 'a', name: '甲街道' }], all: due }, [
    { townId: 'a', town: '甲街道', n: 2 },
    { townId: 'b', town: '乙镇', n: 1 },
  ]);
  expect(rows.map(({ name, open, terms }) => [name, open, terms])).toEqual([
    ['甲街道', 3, 2],
    ['乙镇', 0, 1],
    ['合计', 3, 3],
  ]);
});
