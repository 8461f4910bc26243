import 'server-only';
import { pinyin } from 'pinyin-pro';
import { nameKey } from '@/lib/china/person-name';

export interface NameReading {
  /** For `order by`: one syllable after another with spaces, so that 李安 sorts before 李昂. */
  sortKey: string;
  /** zengxiaoli */
  full: string;
  /** zxl */
  initials: string;
}

const LONGEST = 60;

/**
 * How a name is read, surnames by their surname reading (曾 zeng, 单 shan, 解 xie, 仇 qiu, 区 ou).
 * Characters without a known reading stay themselves and so sort after all others.
 */
export function readName(name: string): NameReading {
  const clean = [...nameKey(name)].slice(0, LONGEST).join('').replaceAll('·', '');
  const syllables = clean
    .split(/(\p{Script=Latin}[\p{Script=Latin}'’.-]*|\s+)/u)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => (/^\p{Script=Latin}/u.test(part) ? [part] : readHan(part)))
    .map((syllable) => syllable.toLowerCase());
  return {
    sortKey: syllables.join(' '),
    full: syllables.join(''),
    initials: syllables.map((syllable) => [...syllable][0] ?? '').join(''),
  };
}

function readHan(part: string): string[] {
  return pinyin(part, {
    mode: 'surname',
    surname: 'head',
    toneType: 'none',
    type: 'array',
    v: true,
  });
}
