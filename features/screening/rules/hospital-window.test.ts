import { expect, it } from 'vitest';
import { hospitalWindow, isWithin } from './hospital-window';

const at = (clock: string) => new Date(`2026-11-24T${clock}+08:00`);
const morning = hospitalWindow({ startsAt: at('08:30') }, 60);

it.each([
  ['an hour and a second before', at('07:29:59'), false],
  ['an hour before, to the second', at('07:30'), true],
  ['during', at('10:00'), true],
  ['in the evening of the same day', at('23:59:59'), true],
  ['at midnight', new Date('2026-11-25T00:00+08:00'), false],
  ['the day before', new Date('2026-11-23T08:30+08:00'), false],
])('the list of 08:30 %s: %s %s', (_, now, open) => {
  expect(isWithin(morning, now)).toBe(open);
});

it('the hospital’s day is that of Shanghai, whatever the server’s clock says', () => {
  const late = hospitalWindow({ startsAt: at('20:00') }, 0);
  expect(late.closesAt.toISOString()).toBe('2026-11-24T16:00:00.000Z');
});

it('the window opens on its own day, however many minutes before', () => {
  const early = hospitalWindow({ startsAt: at('08:30') }, 600);
  expect(early.opensAt).toEqual(at('00:00'));
  expect(isWithin(early, new Date('2026-11-23T23:59:59+08:00'))).toBe(false);
});
