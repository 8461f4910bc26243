// A house in which one room is too large.
import { expect, it } from 'vitest';
import { checkRoomSizes } from './room-sizes.mjs';

const file = (name, lines) => ({ file: name, lines, isTest: name.endsWith('.test.ts') });
const others = Array.from({ length: 9 }, (_, n) => file(`features/room-${n}/rules.ts`, 100));

it('a room with more than a tenth of the lines is refused', () => {
  const found = checkRoomSizes([...others, file('features/hall/rules.ts', 101)]);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('features/hall: 10.1 %');
});

it('a room with a tenth is not, and its tests do not count', () => {
  const hall = [file('features/hall/rules.ts', 100), file('features/hall/rules.test.ts', 900)];
  expect(checkRoomSizes([...others, ...hall])).toEqual([]);
});
