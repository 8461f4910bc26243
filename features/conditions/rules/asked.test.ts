import { describe, expect, it, test } from 'vitest';
import { offeringRules } from '@/features/offerings/schema/offering';
import { looseRules } from './loose-rules';
import { sameRules, stable } from './same-rules';
import { someChildFits } from './some-child';

describe('two sets of rules', () => {
  const rules = (given: Parameters<typeof offeringRules.parse>[0]) => offeringRules.parse(given);

  it('ask the same in whatever order they were written down, and not when a number differs', () => {
    const a = rules({ ageMin: 6, ageMax: 12, occupations: ['courier', 'driver'] });
    const other = Object.fromEntries(Object.entries(a).reverse()) as typeof a;
    expect(sameRules(a, other)).toBe(true);
    expect(sameRules(a, { ...a, ageMax: 13 })).toBe(false);
    expect(sameRules(a, { ...a, occupations: ['driver', 'courier'] })).toBe(false);
    expect(sameRules(a, { ...a, sex: undefined })).toBe(true);
  });

  it('are compared by what the database gives back of them', () => {
    const on = new Date('2026-06-01T00:00:00Z');
    expect(stable({ b: undefined, a: [{ d: on, c: null }] })).toEqual({
      a: [{ c: null, d: '2026-06-01T00:00:00.000Z' }],
    });
    expect(Object.keys(stable({ b: 1, a: 2, c: 3 }) as object)).toEqual(['a', 'b', 'c']);
    expect([stable(undefined), stable(null), stable(0), stable('')]).toEqual([null, null, 0, '']);
  });
});

describe('a form that is half filled', () => {
  const said = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return looseRules(form);
  };

  it('asks nothing while nothing is filled', () => {
    expect(said({})).toMatchObject({
      membersOnly: false,
      ageMin: undefined,
      sex: undefined,
      occupations: [],
      repeatOf: 'course',
      attendanceOf: 'kind',
      familyYearOf: 'kind',
      noShow: 'on',
      lastDraw: 'any',
      bornFrom: undefined,
    });
  });

  test.each([
    [{ sex: 'female' }, { sex: 'female' }],
    [{ sex: 'male' }, { sex: 'male' }],
    [{ sex: 'x' }, { sex: undefined }],
    [{ repeatOf: 'kind' }, { repeatOf: 'kind' }],
    [{ attendanceOf: 'course' }, { attendanceOf: 'course' }],
    [{ familyYearOf: 'course' }, { familyYearOf: 'course' }],
    [{ noShow: 'off' }, { noShow: 'off' }],
    [{ lastDraw: 'losers_first' }, { lastDraw: 'losers_first' }],
    [{ lastDraw: 'losers_only' }, { lastDraw: 'losers_only' }],
    [{ lastDraw: 'winners' }, { lastDraw: 'any' }],
    [{ ageMin: ' 6 ' }, { ageMin: 6 }],
    [{ ageMin: '六' }, { ageMin: undefined }],
    [{ ageMin: '1234567' }, { ageMin: undefined }],
    [{ membersOnly: 'yes' }, { membersOnly: true }],
    [{ membersOnly: 'on' }, { membersOnly: false }],
    [{ bornFrom: '2017-05-20' }, { bornFrom: '2017-05-20' }],
    [{ bornTo: '2017-5-20' }, { bornTo: undefined }],
  ])('with %j asks %j', (fields, rules) => expect(said(fields)).toMatchObject(rules));
});

describe('the bands of a class for children', () => {
  const on = '2026-07-06';
  const fits = (given: Parameters<typeof offeringRules.parse>[0]) =>
    someChildFits(offeringRules.parse(given), on);

  test.each([
    ['no band at all', {}, true],
    ['an age and a grade that meet', { ageMin: 7, ageMax: 8, gradeMin: 2, gradeMax: 3 }, true],
    ['a grade without its upper edge', { ageMin: 15, gradeMin: 9 }, true],
    ['a grade without its lower edge', { ageMax: 6, gradeMax: 1 }, true],
    ['an age that no pupil of the grade has', { ageMin: 14, gradeMax: 3 }, false],
    ['a window of one day', { bornFrom: '2017-05-20', bornTo: '2017-05-20' }, true],
    ['a window outside the age', { ageMin: 12, bornFrom: '2017-05-20' }, false],
    ['a school age outside the age', { ageMax: 5, schoolAgeMin: 8 }, false],
    ['a school age inside the age', { ageMax: 9, schoolAgeMin: 8 }, true],
    ['the very day looked at', { bornFrom: '2026-07-06', bornTo: '2026-07-06' }, true],
    ['an age before school and a grade', { ageMax: 3, gradeMax: 1 }, false],
    ['a day still to come', { bornFrom: '2026-07-07' }, false],
  ])('leave room for somebody with %s: %j is %s', (_what, rules, room) => {
    expect(fits(rules)).toBe(room);
  });
});
