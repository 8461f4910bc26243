import { lengthOf, problemOf, textProblems, withoutHidden } from '@/lib/characters';
import { toHalfWidth } from '@/lib/china/id/normalise';

export type PersonNameReason =
  | 'empty'
  | 'too_long'
  | 'unreadable'
  | 'turning'
  | 'invisible'
  | 'private_use'
  | 'characters';

export type PersonNameResult =
  | { ok: true; normalised: string }
  | { ok: false; reason: PersonNameReason };

export const personNameMessages: Record<PersonNameReason, string> = {
  empty: '请填写姓名',
  too_long: '姓名最多50个字，请核对',
  unreadable: '姓名包含无法识别的字符，请重新输入',
  turning: `姓名${textProblems.turning}`,
  invisible: `姓名${textProblems.invisible}`,
  private_use: '姓名中有输入法自造字，请改用标准汉字；打不出时可到窗口办理',
  characters: '姓名请照证件填写，只能有汉字、字母和间隔号“·”',
};

const LONGEST = 50;
const DOTS = /[\u2022\u30FB\u2027\uFF0E\uFF65\u2219\u22C5\u00B7\u2024\u0387]/g;
// The block of compatibility forms too: a name is kept as on the document, 侮 beside 侮 (U+FA30).
const COMPATIBLE = '\\uF900-\\uFAD9\\u{2F800}-\\u{2FA1D}';
const HAN = `\\p{Unified_Ideograph}\\u3007${COMPATIBLE}`;
const BEGINS_HAN = new RegExp(`^[${HAN}]`, 'u');
const NOT_COMPATIBLE = new RegExp(`[^${COMPATIBLE}]+`, 'gu');
const WORD = `(?:[${HAN}]|\\p{Script=Latin})(?:[${HAN}]|\\p{Script=Latin}|['’.\\-])*`;
const NAME = new RegExp(`^${WORD}(?:[ ·]${WORD})*$`, 'u');

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 ' +
    '太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 ' +
    '漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 ' +
    '西门 第五'
  ).split(' '),
);

/**
 * The form in which a name is stored: as on the document, but every look-alike of the middle dot is
 * U+00B7, full-width letters are plain, spaces collapse. Never rejects; see `parsePersonName`.
 */
export function tidyName(raw: string): string {
  return toHalfWidth(withoutHidden(raw).replace(DOTS, '·'))
    .replace(NOT_COMPATIBLE, (part) => part.normalize('NFC'))
    .replace(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC'))
    .replace(/(?<=\p{Unified_Ideograph})\.(?=\p{Unified_Ideograph})/gu, '·')
    .replace(/\s+/g, ' ')
    .replace(/ ?· ?/g, '·')
    .trim();
}

/**
 * The form in which names are compared and searched, never stored as the name: two ways of writing one
 * character are one here.
 */
export const nameKey = (raw: string): string => tidyName(raw).normalize('NFKC');

/**
 * A person's name as on the document: 1–50 characters, rare characters (𬭊 㛃 䶮 𠮷)
 * included; no emoji, control or markup characters, none of an input method's private ones.
 */
export function parsePersonName(raw: string): PersonNameResult {
  if (raw.length > 1000) return { ok: false, reason: 'too_long' };
  const problem = problemOf(raw.trim());
  if (problem === 'turning' || problem === 'invisible') return { ok: false, reason: problem };
  if (problem || /\p{Cc}/u.test(raw.trim())) return { ok: false, reason: 'unreadable' };
  const name = tidyName(raw);
  if (name === '') return { ok: false, reason: 'empty' };
  if (/\p{Co}/u.test(name)) return { ok: false, reason: 'private_use' };
  if (lengthOf(name) > LONGEST) return { ok: false, reason: 'too_long' };
  if (!NAME.test(name)) return { ok: false, reason: 'characters' };
  return { ok: true, normalised: name };
}

/** The surname a Chinese name begins with, 复姓 included; empty for names that have no such part. */
export function surnameOf(name: string): string {
  const characters = [...name];
  if (characters.length < 2 || name.includes('·') || !BEGINS_HAN.test(name)) return '';
  const firstTwo = characters.slice(0, 2).join('');
  return characters.length > 2 && COMPOUND_SURNAMES.has(firstTwo)
    ? firstTwo
    : (characters[0] ?? '');
}

/** 黄**, 欧阳**, 买买提·**, J*** S***: enough to recognise oneself, not enough to find someone. */
export function maskName(name: string): string {
  if (name.includes('·')) return `${name.slice(0, name.indexOf('·'))}·**`;
  const surname = surnameOf(name);
  if (surname) return surname + '*'.repeat([...name].length - [...surname].length);
  if (/^\p{Script=Latin}/u.test(name)) {
    return name
      .split(' ')
      .map((word) => `${[...word][0] ?? ''}***`)
      .join(' ');
  }
  return '*';
}
