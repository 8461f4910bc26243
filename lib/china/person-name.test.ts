import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, queryGrams } from './name-grams';
import { maskName, nameKey, parsePersonName, surnameOf } from './person-name';

const reasonOf = (raw: string) => {
  const result = parsePersonName(raw);
  return result.ok ? 'ok' : result.reason;
};

describe("a person's name", () => {
  it.each(['黄𬭊', '李㛃', '王䶮', '𠮷田', '李', '李〇', 'John Smith', "Jean-Luc O'Brien", 'José'])(
    'accepts %s',
    (name) => {
      expect(parsePersonName(`  ${name}　`)).toEqual({ ok: true, normalised: name });
    },
  );

  it.each(['\u2022', '\u30fb', '\u2027', '\uff0e', '·', ' · ', '.'])(
    'stores the dot %j as U+00B7',
    (dot) => {
      expect(parsePersonName(`买买提${dot}艾力`)).toEqual({ ok: true, normalised: '买买提·艾力' });
    },
  );

  it.each([
    ['', 'empty'],
    ['　 ', 'empty'],
    ['黄\u0000丽', 'unreadable'],
    ['黄\ud800', 'unreadable'],
    ['黄\n丽', 'unreadable'],
    ['黄\ue863', 'private_use'],
    ['黄\u202E丽', 'turning'],
    ['黄\u2067丽\u2069', 'turning'],
    ['黄\u200B丽', 'invisible'],
    ['\u200B', 'invisible'],
    ['黄\uFFFD', 'unreadable'],
    [`e${'\u0301'.repeat(39)}`, 'unreadable'],
    ['黄😀', 'characters'],
    ['<b>黄</b>', 'characters'],
    ['黄丽1', 'characters'],
    ['·黄', 'characters'],
    ['=黄', 'characters'],
    ['Иван', 'characters'],
    ['黄'.repeat(51), 'too_long'],
    ['黄'.repeat(10_000), 'too_long'],
  ])('refuses %j: %s', (raw, reason) => {
    expect(reasonOf(raw)).toBe(reason);
  });

  it('is kept as typed, also where two forms of a character exist, and found by either', () => {
    const typed = '陈\uFA30';
    expect(parsePersonName(typed)).toEqual({ ok: true, normalised: typed });
    expect(nameKey(typed)).toBe(nameKey('陈\u4FAE'));
    expect(gramsOf(typed)).toEqual(expect.arrayContaining(queryGrams('陈\u4FAE')));
    expect(maskName('\uFA30丽')).toBe('\uFA30*');
  });

  it('is stored with the character of a radical that looks like it', () => {
    expect(parsePersonName('\u2F20丽')).toEqual({ ok: true, normalised: '士丽' });
  });

  it('of more than a thousand characters is judged by its length alone', () => {
    expect(reasonOf(`\u202E${'黄'.repeat(999)}`)).toBe('turning');
    expect(reasonOf(`\u202E${'黄'.repeat(1000)}`)).toBe('too_long');
  });

  it('counts by code point', () => {
    expect(reasonOf('𠮷'.repeat(50))).toBe('ok');
    expect(reasonOf('𠮷'.repeat(51))).toBe('too_long');
  });

  it('is stable: what it accepts it accepts unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
        const once = parsePersonName(raw);
        if (once.ok) expect(parsePersonName(once.normalised)).toEqual(once);
      }),
    );
  });

  it.each([
    ['黄丽', '黄*'],
    ['黄丽丽', '黄**'],
    ['欧阳娜娜', '欧阳**'],
    ['欧阳', '欧*'],
    ['买买提·艾力', '买买提·**'],
    ['John Smith', 'J*** S***'],
    ['𠮷田', '𠮷*'],
    ['李', '*'],
  ])('masks %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('finds compound surnames', () => {
    expect(surnameOf('上官云')).toBe('上官');
    expect(surnameOf('区小红')).toBe('区');
    for (const none of ['李', 'John Smith', '买买提·艾力', '']) expect(surnameOf(none)).toBe('');
  });
});
