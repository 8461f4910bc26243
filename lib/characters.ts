// Isomorphic and without zod: the phone counts and cleans by the same rules as the server.

/** What makes text something else than it looks. */
export type TextProblem = 'broken' | 'turning' | 'invisible' | 'piled';

/** Said at the field; the form shows the text again without what `withoutHidden` takes out. */
export const textProblems: Record<TextProblem, string> = {
  broken: '包含无法识别的字符，请重新输入',
  turning: '包含会打乱文字顺序的隐藏符号，已去掉，请核对后再提交',
  invisible: '包含看不见的符号，已去掉，请核对后再提交',
  piled: '一个字上叠了太多符号，请重新输入',
};

// Lone surrogates, controls, what a failed decoding leaves, and the code points that are no characters.
const BROKEN = /\p{Cs}|(?![\t\n\r])\p{Cc}|[\uFFFD\uFDD0-\uFDEF\uFFFE\uFFFF]/u;
/** Embeddings, overrides and isolates: they show “exe.pdf” for what is stored as “fdp.exe”. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
// No script puts more on one letter; Tibetan comes nearest.
const PILED = /\p{M}{7}/u;

const SKIN = '[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]*';
const OTHER_LETTER = '(?![\\p{Script=Han}\\p{Script=Latin}])[\\p{L}\\p{M}]';
/** Where an invisible character is part of what is seen: emoji, variants of a Han character, joiners. */
const WANTED = [
  `\\p{Extended_Pictographic}${SKIN}(?:\\u200D\\p{Extended_Pictographic}${SKIN})+`,
  '[\\p{Emoji}\\p{Extended_Pictographic}][\\uFE0E\\uFE0F]',
  '\\u{1F3F4}[\\u{E0020}-\\u{E007E}]+\\u{E007F}',
  '\\p{Script=Han}[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
  '\\p{Script=Mongolian}[\\u180B-\\u180F]',
  `${OTHER_LETTER}[\\u200C\\u200D](?=${OTHER_LETTER})`,
].join('|');
const UNSEEN =
  '[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u2060-\\u2065' +
  '\\u206A-\\u206F\\u2800\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{1D173}-\\u{1D17A}' +
  '\\u{E0000}-\\u{E0FFF}]';
// No look-behind: older phones refuse the whole program for it.
const HIDDEN = new RegExp(`(${WANTED})|${UNSEEN}`, 'gu');
// Nearly every text has none, and to look for one is a hundred times cheaper.
const MAY_HIDE = new RegExp(`${UNSEEN}|[\\u200C\\u200D]`, 'u');

/** The text without invisible characters that say nothing; those inside an emoji or a word stay. */
function withoutInvisible(text: string): string {
  return MAY_HIDE.test(text)
    ? text.replace(HIDDEN, (_, wanted: string | undefined) => wanted ?? '')
    : text;
}

/** The text without anything hidden: what a form shows again, and what a list keeps of a cell. */
export function withoutHidden(text: string): string {
  return withoutInvisible(text.replace(TURNING, ''));
}

/**
 * What is wrong with a text, the worst first: broken, turning, piled or invisible characters; null
 * when nothing is.
 */
export function problemOf(text: string): TextProblem | null {
  if (BROKEN.test(text)) return 'broken';
  if (text.search(TURNING) >= 0) return 'turning';
  if (PILED.test(text)) return 'piled';
  return withoutInvisible(text) === text ? null : 'invisible';
}

const segmenter =
  typeof Intl.Segmenter === 'function'
    ? new Intl.Segmenter('zh', { granularity: 'grapheme' })
    : null;

/** What a person counts as characters: an emoji family is one, a letter with its accent too. */
export function charactersOf(text: string): string[] {
  return segmenter ? Array.from(segmenter.segment(text), (one) => one.segment) : [...text];
}

/**
 * How many characters a reader counts: an emoji of several code points, or a letter with its marks, is one.
 */
export function lengthOf(text: string): number {
  // Nothing but plain ASCII and common Han: what nearly every text is.
  return /^[\x20-\x7e\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/.test(text)
    ? text.length
    : charactersOf(text).length;
}

/** The first `most` characters of a text as a reader counts them, never cut inside one. */
export function firstOf(text: string, most: number): string {
  return lengthOf(text) <= most ? text : charactersOf(text).slice(0, most).join('');
}

/** Characters that a search looks at. */
export const searchMost = 60;

/** The text without what no text holds: where something must be shown of what was refused. */
export const legible = (typed: string): string =>
  withoutHidden(typed.replace(new RegExp(BROKEN, 'gu'), ' '))
    .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
