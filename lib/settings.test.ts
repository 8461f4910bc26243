import { describe, expect, it } from 'vitest';
import { declaredSettings, isRefused, numberSetting, settingValue, textSetting } from './settings';

const days = numberSetting({ key: 'try.days', label: '天数', fallback: 5, min: 1, max: 30 });
const word = textSetting({
  key: 'try.word',
  label: '叫法',
  fallback: '镇街',
  max: 4,
  required: true,
});
const code = textSetting({
  key: 'try.code',
  label: '编号',
  fallback: '',
  max: 3,
  allowed: '小写字母',
  read: (typed) => typed.toLowerCase(),
  refuse: (text) => (/^[a-z]*$/.test(text) ? null : '只能有字母'),
});

describe('a setting that is a number', () => {
  it.each([
    ['1', 1],
    [' 30 ', 30],
    [7, 7],
  ])('takes %j', (typed, n) => expect(days.check(typed)).toBe(n));
  it.each(['0', '31', '1.5', '', ' ', 'x', null, undefined, true, [7], Number.NaN])(
    'refuses %j in words with its ends',
    (typed) => expect(days.check(typed)).toEqual({ refused: '请填 1–30 之间的整数' }),
  );
  it('says what may be filled in', () => expect(days.allowed).toBe('1–30 的整数'));
});

describe('a setting that is a text', () => {
  it('takes what is not longer than it may be, without blanks around it', () => {
    expect(word.check(' 一二三四 ')).toBe('一二三四');
    expect(word.check('一二三四五')).toEqual({ refused: '请控制在 4 字以内' });
    expect(word.allowed).toBe('4 字以内');
  });
  it('refuses nothing at all only where something is needed', () => {
    for (const none of ['', '  ', undefined, 7])
      expect(word.check(none)).toEqual({ refused: '请填写叫法' });
    expect(code.check('')).toBe('');
  });
  it('is read and judged by its own rule before its length', () => {
    expect(code.check('ABC')).toBe('abc');
    expect(code.check('12345')).toEqual({ refused: '只能有字母' });
    expect(code.check('abcd')).toEqual({ refused: '请控制在 3 字以内' });
    expect(code.allowed).toBe('小写字母');
  });
});

describe('a value that is stored', () => {
  it('is what applies, in the kind of its setting; unset, the one of old applies', () => {
    expect(settingValue(days, '12')).toBe(12);
    expect(settingValue(days, undefined)).toBe(5);
    expect(settingValue(word, '12')).toBe('12');
    expect(settingValue(code, '')).toBe('');
  });
});

it('a refusal is told from a value', () => {
  expect([{ refused: 'x' }, 'refused', null, 5, {}].map(isRefused)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('a setting that was declared stands on the page of settings', () => {
  expect(declaredSettings()).toEqual(expect.arrayContaining([days, word, code]));
});
