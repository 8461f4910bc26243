import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { holdsPersonalNumber } from './personal-number';

it.each([
  '13900000001',
  '１３９００００００００１'.replace('００００００００', '０００００００'),
  '139 0000 0001',
  '139-0000-0001',
  '+86 139 0000 0001',
  '8613900000001',
  '找13900000001的申请',
  '/desk/members?q=13900000001',
  '450803199003070029',
  '450803 19900307 002X',
  '45080319900307002x',
])('%s holds the number of a person', (text) => {
  expect(holdsPersonalNumber(text)).toBe(true);
});

it.each([
  '',
  '陈一帆',
  '0771',
  'YY26-1130-000710',
  '2026-11-30~01931f13-9123-7456-8abc-0123456789ab',
  'f1391234-5678-4abc-8def-f13912345678',
  '91450803MA5K12345X',
  '1764469302000',
  '139000000012345',
  'v1.k1.a256gcm.x13900000001y',
])('%s holds none', (text) => {
  expect(holdsPersonalNumber(text)).toBe(false);
});

it('no uuid is taken for one', () => {
  const taken = Array.from({ length: 20_000 }, () => randomUUID()).filter(holdsPersonalNumber);
  expect(taken).toEqual([]);
});
