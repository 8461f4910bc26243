import { expect, it } from 'vitest';
import { whereTo } from './schema';

it.each([
  ['/applications/1', '/applications/1'],
  ['//elsewhere.example', '/me/notices'],
  ['javascript:alert(1)', '/me/notices'],
  [null, '/me/notices'],
])('a notice with the link %s leads to %s (N20)', (link, expected) => {
  expect(whereTo({ link })).toBe(expected);
});
