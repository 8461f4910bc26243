import { expect, it } from 'vitest';
import { refuseReturn } from './return-visit';

it.each([
  [true, null, null],
  [true, 'refused', null],
  [true, 'waiting', 'already_asked'],
  [true, 'verified', 'already_asked'],
  [false, null, 'not_barred'],
  [false, 'refused', 'not_barred'],
  [false, 'waiting', 'already_asked'],
] as const)(
  'that a hospital asked her back, with the interval in her way %s and an answer %s, is refused: %s',
  (withinInterval, status, refusal) =>
    expect(refuseReturn({ withinInterval, status })).toBe(refusal),
);
