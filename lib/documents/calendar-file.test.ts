import { expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from './calendar-file';

const HOUR = 3_600_000;
const at = (day: string) => {
  const from = new Date(`${day}T01:00:00Z`);
  return { from, to: new Date(from.getTime() + HOUR) };
};
const entry: CalendarEntry = {
  uid: 'u',
  sequence: 0,
  title: '电工班',
  times: [at('2027-01-25')],
  changedAt: new Date('2027-01-01T00:00:00Z'),
};
const linesOf = (more: Partial<CalendarEntry>) => calendarFile({ ...entry, ...more }).split('\r\n');

it('an entry of one time ends when it ends, does not repeat and reminds a day before', () => {
  const lines = linesOf({});
  for (const line of [
    'DTSTART:20270125T010000Z',
    'DTEND:20270125T020000Z',
    'DTSTAMP:20270101T000000Z',
    'STATUS:CONFIRMED',
    'BEGIN:VALARM',
    'TRIGGER:-P1D',
  ])
    expect(lines).toContain(line);
  expect(lines.join()).not.toMatch(/RRULE|LOCATION|URL|DESCRIPTION:(?!电工班)/);
});

it('an entry says where, what to bring and where to read more, when these are known', () => {
  const lines = linesOf({ place: '文化站', note: '带身份证', link: 'https://ghg.cn/me' });
  expect(lines).toEqual(
    expect.arrayContaining([
      'LOCATION:文化站',
      'DESCRIPTION:带身份证',
      'URL;VALUE=URI:https://ghg.cn/me',
    ]),
  );
});

it('an entry of two times repeats, and a day of its weekdays between them without it is left out', () => {
  expect(linesOf({ times: [at('2027-01-25'), at('2027-02-01')] }).join()).toMatch(
    /RRULE:FREQ=WEEKLY;UNTIL=20270201T010000Z;BYDAY=MO,(?!EXDATE)/,
  );
  const gap = linesOf({ times: [at('2027-01-25'), at('2027-02-08')] });
  expect(gap.filter((line) => line.startsWith('EXDATE'))).toEqual(['EXDATE:20270201T010000Z']);
});

it.each([
  ['2027-01-24', 'SU'],
  ['2027-01-27', 'WE'],
  ['2027-01-29', 'FR'],
  ['2027-01-30', 'SA'],
])('an entry that repeats from %s does so on %s', (day, name) => {
  const next = new Date(Date.parse(day) + 7 * 24 * HOUR).toISOString().slice(0, 10);
  expect(linesOf({ times: [at(day), at(next)] }).join()).toContain(`BYDAY=${name},`);
});

it('an entry without a time is none', () => {
  expect(() => calendarFile({ ...entry, times: [] })).toThrow(RangeError);
});
