import { describe, expect, it } from 'vitest';
import { offeringRules } from '@/features/offerings/schema/offering';
import { someChildFits } from './some-child';

const fits = (rules: Parameters<typeof offeringRules.parse>[0], on = '2026-06-15') =>
  someChildFits(offeringRules.parse(rules), on);

describe('the bands of a class', () => {
  it.each([
    ['nothing asked', {}],
    ['grades two to six', { gradeMin: 2, gradeMax: 6 }],
    ['second grade at eight', { gradeMin: 2, gradeMax: 2, ageMin: 8, ageMax: 8 }],
    ['one birthday alone', { bornFrom: '2020-02-29', bornTo: '2020-02-29' }],
    ['three by 31 August', { schoolAgeMin: 3, schoolAgeMax: 3 }],
  ])('leave room: %s', (_title, rules) => expect(fits(rules)).toBe(true));

  it.each([
    ['born in years to come', { bornFrom: '2030-01-01' }],
    ['sixth grade at six', { gradeMin: 6, gradeMax: 6, ageMax: 6 }],
    ['twelve years old in nursery', { schoolAgeMax: 3, ageMin: 12 }],
    ['grown-ups', { ageMin: 30 }],
    ['a window against the grade', { bornFrom: '2022-09-01', bornTo: '2023-08-31', gradeMin: 4 }],
  ])('leave none: %s', (_title, rules) => expect(fits(rules)).toBe(false));
});
