import { describe, expect, it } from 'vitest';
import {
  areTwoPeople,
  closeBirth,
  oneCharacterOff,
  type PersonFacts,
  personLikeness,
} from './likeness';

const nobody: PersonFacts = {
  ...{ name: null, pinyin: null, birthOn: null, sex: null, idType: null, idIndex: null },
  ...{ phones: [], employer: null, unionId: null, nameCount: 1, readingCount: 1 },
};
const person = (facts: Partial<PersonFacts>): PersonFacts => ({ ...nobody, ...facts });
const points = (a: PersonFacts, b: PersonFacts, people = 10_000) =>
  personLikeness(a, b, people)?.points;
const clauses = (a: PersonFacts, b: PersonFacts) =>
  personLikeness(a, b, 10_000)?.clauses.map(({ clause }) => clause);

describe('how alike two people are', () => {
  const li = { name: '黄丽', pinyin: 'huang li', birthOn: '1990-03-07' };

  it('is not asked for two different valid documents of one kind', () => {
    const [a, b] = ['x', 'y'].map((idIndex) => person({ ...li, idType: 'resident_id', idIndex }));
    expect(personLikeness(a as PersonFacts, b as PersonFacts, 10_000)).toBeNull();
  });

  it('takes another kind of document for neither yes nor no', () => {
    const a = person({ ...li, idType: 'resident_id', idIndex: 'x' });
    const b = person({ ...li, idType: 'passport', idIndex: 'y' });
    expect(areTwoPeople(a, b)).toBe(false);
    expect(clauses(a, b)).toEqual(['same_name', 'same_birth']);
  });

  it('finds 黄小丽 and 黄晓丽 with one birth date and one phone, one of them without a document', () => {
    const same = { pinyin: 'huang xiao li', birthOn: '1990-03-07', phones: ['p'], readingCount: 2 };
    const a = person({ ...same, name: '黄小丽', idType: 'resident_id', idIndex: 'x' });
    const b = person({ ...same, name: '黄晓丽' });
    expect(clauses(a, b)).toEqual(['same_sound', 'same_birth', 'same_phone']);
    expect(points(a, b)).toBe(37);
  });

  it('adds nothing for two without a phone', () => {
    expect(clauses(person(li), person(li))).toEqual(['same_name', 'same_birth']);
  });

  it('adds nothing for what one of them does not say', () => {
    expect(points(person(li), person({}))).toBe(0);
    expect(points(person({}), person({}))).toBe(0);
  });

  it('gives a frequent name few points and a rare one many', () => {
    const named = (nameCount: number) => person({ name: '黄丽', nameCount });
    expect(points(named(2), named(2))).toBe(12);
    expect(points(named(1250), named(1250))).toBe(3);
    expect(points(named(9000), named(9000))).toBe(2);
    expect(points(named(1250), named(1250), 100_000)).toBe(6);
  });

  it('counts a document that both carry more than everything that differs', () => {
    const document = { idType: 'resident_id', idIndex: 'x' };
    const a = person({ ...li, ...document, sex: 'female' });
    const b = person({
      ...document,
      ...{ name: '韦强', pinyin: 'wei qiang', birthOn: '1971-11-30', sex: 'male' },
    });
    expect(points(a, b)).toBe(40 - 6 - 12 - 8);
  });

  it('adds a little for one employer and one union', () => {
    const both = { employer: '甲公司', unionId: 'u' };
    expect(points(person({ ...li, ...both }), person({ ...li, ...both }))).toBe(
      (points(person(li), person(li)) ?? 0) + 6,
    );
  });
});

describe('a name of one character more, fewer or other', () => {
  it.each([
    ['买买提艾力', '买买提爱力', true],
    ['买买提艾力', '买买提艾', true],
    ['买买提艾力', '艾买买提艾力', true],
    ['买买提艾力', '买买题爱力', false],
    ['欧阳小丽', '欧阳晓红', false],
    ['黄小丽', '黄大丽', false],
    ['黄丽', '黄丽丽', false],
    ['黄小丽', '黄小丽丽', false],
  ])('%s and %s: %s', (a, b, off) => {
    expect(oneCharacterOff(a, b)).toBe(off);
    expect(oneCharacterOff(b, a)).toBe(off);
  });
});

describe('a birth date that is close', () => {
  it.each([
    ['1990-03-07', '1990-07-03', true],
    ['1990-03-07', '1990-03-01', true],
    ['1990-03-07', '1993-03-07', true],
    ['1989-03-07', '1991-03-07', true],
    ['1990-03-07', '1994-03-07', true],
    ['1989-03-07', '1993-03-07', false],
    ['1990-03-07', '1991-04-07', false],
  ])('%s and %s: %s', (a, b, close) => expect(closeBirth(a, b)).toBe(close));
});
