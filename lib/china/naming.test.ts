import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOf, lengthOf, searchMost, withoutHidden } from '../characters';
import { echo } from '../forms/form';
import { isUuid, newId } from '../ids';
import { parseReceiptNumber, receiptNumber } from '../receipt-number';
import { cleanText, escapeLike, optionalText, searchWords } from '../text';
import { gramsOf, queryGrams } from './name-grams';
import { readName } from './pinyin';

describe('ids', () => {
  it('are uuids of version 7 in the order they were made', () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect(ids.every((id) => isUuid(id) && id[14] === '7')).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('keep their order when the clock steps back', () => {
    const first = newId(Date.now() + 60_000);
    expect(newId() > first).toBe(true);
  });

  it.each(['', 'x', '00000000-0000-0000-0000-000000000000', `${newId()}\n`, newId().slice(1)])(
    'are not %j',
    (text) => expect(isUuid(text)).toBe(false),
  );
});

describe('the reading of a name', () => {
  it.each([
    ['曾小丽', 'zengxiaoli', 'zxl'],
    ['单小明', 'shanxiaoming', 'sxm'],
    ['解放', 'xiefang', 'xf'],
    ['仇英', 'qiuying', 'qy'],
    ['区小红', 'ouxiaohong', 'oxh'],
    ['欧阳娜娜', 'ouyangnana', 'oynn'],
    ['买买提·艾力', 'maimaitiaili', 'mmtal'],
    ['John Smith', 'johnsmith', 'js'],
    ['吕不韦', 'lvbuwei', 'lbw'],
  ])('%s is %s', (name, full, initials) => {
    expect(readName(name)).toMatchObject({ full, initials });
  });

  it('is safe with characters nobody can read aloud', () => {
    expect(readName('𠮷田').full).toContain('tian');
    expect(readName('黄㛃').full).toMatch(/^huang/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readName(text).sortKey.length).toBeLessThan(2000);
      }),
    );
  });

  it('sorts as a register does', () => {
    const names = ['曾小丽', '𠮷田', '艾力', '李昂', '李安', '单小明'];
    const sorted = names.sort((a, b) => (readName(a).sortKey < readName(b).sortKey ? -1 : 1));
    expect(sorted).toEqual(['艾力', '李安', '李昂', '单小明', '曾小丽', '𠮷田']);
  });
});

describe('grams of a name', () => {
  it('find any part of it, whichever dot was typed', () => {
    expect(gramsOf('黄丽丽')).toEqual(['黄', '丽', '黄丽', '丽丽']);
    expect(queryGrams('买买提•艾')).toEqual(['买买', '买提', '提艾']);
    expect(queryGrams('黄')).toEqual(['黄']);
    expect(queryGrams(' ')).toEqual([]);
    const name = fc.stringMatching(/^[一-龥𠮷]{1,8}$/u);
    fc.assert(
      fc.property(name, fc.nat(7), fc.integer({ min: 1, max: 8 }), (text, from, length) => {
        const part = [...text].slice(from, from + length).join('');
        expect(gramsOf(text)).toEqual(expect.arrayContaining(queryGrams(part)));
      }),
    );
  });
});

describe('receipt numbers', () => {
  it('are written and read back', () => {
    expect(receiptNumber('RH', '2026-06-05', 18)).toBe('RH26-0605-0018');
    expect(parseReceiptNumber(' rh26 0605—0018 ')).toBe('RH26-0605-0018');
    expect(parseReceiptNumber('ＲＨ２６－０６０５－０１８８')).toBe('RH26-0605-0188');
    expect(parseReceiptNumber("RH26-0605-0018'; --")).toBeNull();
  });
});

describe('typed text', () => {
  const rule = cleanText({ max: 5, required: '请填写原因' });
  const refusalOf = (value: unknown) => rule.safeParse(value).error?.issues[0]?.message;

  it('is trimmed and counted by code point', () => {
    expect(rule.parse(' 𠮷𠮷𠮷𠮷𠮷　')).toBe('𠮷𠮷𠮷𠮷𠮷');
    expect(refusalOf('一二三四五六')).toBe('最多5个字，请精简');
    expect(refusalOf('字'.repeat(100_000))).toBe('最多5个字，请精简');
    expect(refusalOf('   ')).toBe('请填写原因');
    expect(refusalOf(undefined)).toBe('请填写原因');
  });

  it.each(['a\u0000b', 'a\ud800', '\udc00', 'a\u001bb'])('refuses %j', (text) => {
    expect(refusalOf(text)).toBe('包含无法识别的字符，请重新输入');
  });

  it.each([
    ['a\u202Eb', '包含会打乱文字顺序的隐藏符号，已去掉，请核对后再提交'],
    ['a\u2066b\u2069', '包含会打乱文字顺序的隐藏符号，已去掉，请核对后再提交'],
    ['a\u200Bb', '包含看不见的符号，已去掉，请核对后再提交'],
    ['\u200B', '包含看不见的符号，已去掉，请核对后再提交'],
    [`o${'\u0301'.repeat(39)}`, '一个字上叠了太多符号，请重新输入'],
    ['a\uFFFDb', '包含无法识别的字符，请重新输入'],
  ])('is refused for %j, and shown again without it', (text, words) => {
    expect(refusalOf(text)).toBe(words);
    const again = echo({ text }).text;
    expect(again).not.toMatch(/[\u202E\u2066\u2069\u200B]/);
  });

  it.each([
    '👨‍👩‍👧',
    '🏳️‍🌈',
    '1️⃣',
    '葛\u{E0100}',
    'می\u200Cخو',
    '侮',
    'é',
    '🏴\u{E0067}\u{E0062}\u{E007F}',
  ])('is kept as typed: %s', (text) => {
    expect(rule.parse(text)).toBe(text);
    expect(withoutHidden(text)).toBe(text);
  });

  it('is counted and cut as people count', () => {
    const family = '👨‍👩‍👧';
    expect(lengthOf(family.repeat(5))).toBe(5);
    expect(rule.parse(family.repeat(5))).toBe(family.repeat(5));
    expect(firstOf(`插花${family}班`, 3)).toBe(`插花${family}`);
    expect(firstOf('o\u0301o\u0301', 1)).toBe('o\u0301');
  });

  it('searched is cut, never dropped', () => {
    expect(lengthOf(searchWords.parse('电'.repeat(61)))).toBe(searchMost);
    expect(searchWords.parse('电'.repeat(100_000))).toBe('电'.repeat(searchMost));
    expect(searchWords.parse(' 陈\u200B一\u202E帆 ')).toBe('陈一帆');
    expect(searchWords.parse(undefined)).toBe('');
    expect(searchWords.parse(['电工', 'x'])).toBe('电工');
  });

  it('keeps lines only where they belong', () => {
    expect(rule.parse('a\r\nb')).toBe('a b');
    expect(cleanText({ max: 9, multiline: true }).parse('a\r\nb')).toBe('a\nb');
    expect(optionalText({ max: 5 }).parse('')).toBeNull();
    expect(optionalText({ max: 5 }).parse(undefined)).toBeNull();
    expect(optionalText({ max: 5 }).parse(' x ')).toBe('x');
  });

  it('is escaped for like', () => {
    expect(escapeLike('50%_\\')).toBe('50\\%\\_\\\\');
  });
});
