import { parseUscc } from '@/lib/china/id/uscc';
import type { OrganisationKind } from './kinds';

/** One line of a pasted tree, as it was read; nothing is looked up yet. */
export interface TreeLine {
  /** As the person counts them, from 1. */
  readonly line: number;
  readonly name: string;
  /** Null where the word for it is none we know. */
  readonly kind: OrganisationKind | null;
  /** What was written for the kind; empty where it was guessed. */
  readonly kindWord: string;
  /** Named in a column of its own; else the parent follows from `indent`. */
  readonly parent: string;
  /** How far the line is set in: only more or less counts. */
  readonly indent: number;
  readonly areaCode: string | null;
  readonly uscc: string | null;
  /** A cell that is none of these. */
  readonly unknown: string;
}

const kindWords: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/^网上(会员)?之家$|^网上会员之家$/, 'online_home'],
  [/^行业(工会)?(联合会)?$|^行业工会联合会$/, 'industry_federation'],
  [/^(镇街?|街道|乡镇?|镇（街道）工会|镇街工会|乡镇工会)$/, 'town_federation'],
  [/^(联合|联合(基层)?工会)$/, 'joint_union'],
  [/^(基层|单位|分会|企业|基层工会|单位工会)$/, 'grassroots_union'],
  [/^(合作单位|医院)$/, 'partner'],
];

/** The kind that a word means, such as 联合 or 分会; null for one that is none. */
export const kindOfWord = (word: string): OrganisationKind | null =>
  kindWords.find(([said]) => said.test(word))?.[1] ?? null;

/** What a name says of its kind, where no word does: 江南街道总工会 lies one below the root. */
export function kindOfName(name: string): OrganisationKind {
  if (/网上会员之家$/.test(name)) return 'online_home';
  if (/行业.*工会/.test(name)) return 'industry_federation';
  if (/(镇|街道|乡)(总工会|工会联合会)$/.test(name)) return 'town_federation';
  if (/联合(基层)?工会(委员会)?$/.test(name)) return 'joint_union';
  return /医院$/.test(name) ? 'partner' : 'grassroots_union';
}

const isName = (cell: string) => /工会|之家|联合会|医院|中心|分会/.test(cell);
const isHeading = (cells: readonly string[]) =>
  cells.some((cell) => /^(名称|全称|工会名称|组织名称|单位名称)$/.test(cell));

/** Full-width blanks and tabs are wide, others are one. */
const widthOf = (blanks: string) =>
  [...blanks].reduce((sum, blank) => sum + (blank === '\t' || blank === '\u3000' ? 2 : 1), 0);

function readLine(text: string, at: number): TreeLine {
  const blanks = /^[\s\u3000]*/.exec(text)?.[0] ?? '';
  // Bullets and numbers of an outline say nothing that the indent does not.
  const plain = text.slice(blanks.length).replace(/^([-*·•]|\d{1,3}[.、）)])\s*/, '');
  const cells = plain.split(/[\t,，;；]|\s{2,}/).map((cell) => cell.trim());
  const [name = '', ...rest] = cells;
  const line = { line: at, name, indent: widthOf(blanks) };
  let [kindWord, parent, unknown] = ['', '', ''];
  let areaCode: string | null = null;
  let uscc: string | null = null;
  for (const cell of rest.filter(Boolean)) {
    if (/^\d{9}$/.test(cell)) areaCode = cell;
    else if (/^[\dA-Z]{18}$/i.test(cell) && parseUscc(cell).ok) uscc = cell.toUpperCase();
    else if (kindOfWord(cell)) kindWord = cell;
    else if (isName(cell) && parent === '') parent = cell;
    else unknown ||= cell;
  }
  const kind = kindWord ? kindOfWord(kindWord) : kindOfName(name);
  return { ...line, kind, kindWord, parent, areaCode, uscc, unknown };
}

/**
 * The lines of a pasted tree: one organisation a line, its parent by indent or by name in a later cell; kind,
 * nine digits of the area and the credit code in any order behind the name. Blank lines and one of headings are
 * left out; line numbers stay those on the screen.
 */
export const readTreeLines = (text: string): TreeLine[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .filter(({ line }, at) => at > 0 || !isHeading(line.split(/[\t,，;；]/).map((c) => c.trim())))
    .map(({ line, at }) => readLine(line, at));
