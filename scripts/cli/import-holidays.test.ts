import { expect, test } from 'vitest';
import { parseHolidays } from './import-holidays';

test('lines of a notice become days, whatever wrote the file', () => {
  expect(parseHolidays('\uFEFF2027-01-01,off,元旦\r\n\r\n2027-02-20,work,春节调休上班\n')).toEqual([
    { on: '2027-01-01', kind: 'off', name: '元旦' },
    { on: '2027-02-20', kind: 'work', name: '春节调休上班' },
  ]);
});

test('one wrong line is named and nothing is read', () => {
  expect(() => parseHolidays('2027-01-01,off,元旦\n2027/1/2,off,元旦')).toThrow('2027/1/2');
  expect(() => parseHolidays('2027-01-01,free,元旦')).toThrow('2027-01-01,free,元旦');
});
