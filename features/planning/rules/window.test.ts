import { describe, expect, it, test } from 'vitest';
import { workCalendarOf } from '@/lib/calendar/workdays';
import { parseLocalDateTime } from '@/lib/dates';
import { usualClosing, usualOpening, usualTerm } from './window';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const calendar = workCalendarOf([
  { on: '2027-01-01', kind: 'off' },
  { on: '2027-01-04', kind: 'off' },
]);

describe('the usual window of booking', () => {
  test.each([
    ['2026-12-30T00:05', '2026-12-31T10:00'],
    ['2026-12-30T23:50', '2026-12-31T10:00'],
    ['2026-12-31T09:00', '2027-01-05T10:00'],
  ])('at %s opens %s', (now, opens) => {
    expect(usualOpening(at(now), 10, calendar)).toEqual(at(opens));
  });

  it('ends the evening before the first session, or with it where it opens later', () => {
    const closing = (opens: string) => usualClosing(at(opens), at('2027-01-18T08:30'), 18);
    expect(closing('2027-01-05T10:00')).toEqual(at('2027-01-17T18:00'));
    expect(closing('2027-01-17T18:00')).toEqual(at('2027-01-18T08:30'));
    expect(closing('2027-01-18T08:30')).toBeNull();
    expect(usualClosing(null, at('2027-01-18T08:30'), 18)).toBeNull();
    expect(usualClosing(at('2027-01-05T10:00'), null, 18)).toBeNull();
  });
});

test.each([
  ['2026-08-31', '2026暑期'],
  ['2026-09-01', '2027寒假'],
  ['2027-01-31', '2027寒假'],
  ['2027-02-01', '2027暑期'],
])('on %s the term is %s', (today, term) => expect(usualTerm(today)).toBe(term));
