import { expect, it, test } from 'vitest';
import { canMoveExcuse, refuseAppeal } from './rules';

test.each([
  ['absent', null, null],
  ['attended', null, 'not_absent'],
  ['booked', null, 'not_absent'],
  ['absent', 'waiting', 'already_appealed'],
  ['absent', 'refused', 'already_appealed'],
  ['absent', 'accepted', 'already_excused'],
  ['absent', 'excused', 'already_excused'],
] as const)(
  'an appeal against a booking that is %s, with excuse %s, is %s',
  (status, excuse, said) => {
    expect(refuseAppeal({ status, excuse })).toBe(said);
  },
);

it('an appeal is answered once, and what the organiser excused is never asked about', () => {
  expect(canMoveExcuse('waiting', 'accepted')).toBe(true);
  expect(canMoveExcuse('waiting', 'refused')).toBe(true);
  expect(canMoveExcuse('waiting', 'excused')).toBe(false);
  expect(canMoveExcuse('refused', 'accepted')).toBe(false);
  expect(canMoveExcuse('excused', 'refused')).toBe(false);
});
