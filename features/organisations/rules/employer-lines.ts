import { lengthOf, problemOf, textProblems } from '@/lib/characters';
import { usccMessages } from '@/lib/china/id/messages';
import { parseUscc } from '@/lib/china/id/uscc';
import type { PastedLine } from './pasted';
import { placeName } from './place-name';

/** A town or a union that an employer may be entered under. */
export interface EmployerPlace {
  readonly id: string;
  readonly name: string;
  readonly isTown: boolean;
}

export interface EmployerLine extends PastedLine {
  readonly uscc: string | null;
  readonly townId: string | null;
  readonly unionId: string | null;
  readonly staffCount: number | null;
}

/** Names and codes that are entered already. */
export interface EnteredEmployers {
  readonly names: readonly string[];
  readonly usccs: readonly string[];
}

type Read = Omit<EmployerLine, keyof PastedLine> & {
  readonly names: readonly string[];
  readonly problem: string | null;
};

function readCells(cells: readonly string[], places: readonly EmployerPlace[]): Read {
  const read = { uscc: null, townId: null, unionId: null, staffCount: null } as {
    -readonly [K in 'uscc' | 'townId' | 'unionId']: string | null;
  } & { staffCount: number | null };
  const names: string[] = [];
  let problem: string | null = null;
  for (const cell of cells.filter(Boolean)) {
    const found = places.filter(({ name }) => name === cell || placeName(name) === cell);
    if (found.length > 1) problem ??= `有几个“${cell}”，请写全称`;
    else if (found[0]) {
      if (found[0].isTown) read.townId = found[0].id;
      else read.unionId = found[0].id;
      names.push(found[0].name);
    } else if (/^\d{1,6}人?$/.test(cell)) read.staffCount = Number.parseInt(cell, 10);
    else if (/^[\dA-Z]{15,20}$/i.test(cell)) {
      const parsed = parseUscc(cell);
      if (parsed.ok) read.uscc = parsed.normalised;
      else problem ??= usccMessages[parsed.reason];
    } else problem ??= `认不出“${cell}”：没有这个镇（街道）或工会，请先建好或改对`;
  }
  return { ...read, names, problem };
}

function nameProblem(name: string): string | null {
  const problem = problemOf(name);
  if (problem) return textProblems[problem];
  if (lengthOf(name) < 2) return '请写单位全称';
  return lengthOf(name) > 80 ? '名称最多80个字，请精简' : null;
}

const isHeading = (cells: readonly string[]) =>
  cells.some((cell) => /^(单位|单位名称|单位全称|企业名称|名称)$/.test(cell));

/**
 * A pasted list of employers, read and looked through: name first, behind it in any order the credit code, the
 * town, the union and how many work there. What is entered already is left out, by its code or its name. Blank
 * lines and a first one of headings are left out too. Line numbers are those on the screen.
 * @param rows cells of each line, blank lines included
 * @param needsPlace whoever enters them keeps a part of the tree only, so each line says where in it
 */
export function reviewEmployers(
  rows: readonly (readonly string[])[],
  places: readonly EmployerPlace[],
  entered: EnteredEmployers,
  needsPlace = false,
): EmployerLine[] {
  const [names, usccs] = [new Set(entered.names), new Set(entered.usccs)];
  const [here, hereCodes] = [new Set<string>(), new Set<string>()];
  const filled = rows
    .map((cells, at) => ({ cells: cells.map((cell) => cell.trim()), line: at + 1 }))
    .filter(({ cells }) => cells.some(Boolean));
  return filled
    .filter(({ cells }, at) => at > 0 || !isHeading(cells))
    .map(({ cells, line }): EmployerLine => {
      const [name = '', ...rest] = cells;
      const { names: below, problem, ...facts } = readCells(rest, places);
      const { uscc } = facts;
      const said = { ...facts, line, name, below: below.join('，') };
      const placed = facts.townId !== null || facts.unionId !== null || !needsPlace;
      const wrong =
        nameProblem(name) ??
        problem ??
        (placed ? null : '请写上镇（街道）或工会，您只登记自己辖区的单位');
      if (wrong) return { ...said, outcome: 'wrong', words: wrong };
      if (names.has(name) || (uscc !== null && usccs.has(uscc)))
        return { ...said, outcome: 'there', words: '' };
      if (here.has(name)) return { ...said, outcome: 'wrong', words: '这份名单里写了两次' };
      if (uscc !== null && hereCodes.has(uscc))
        return { ...said, outcome: 'wrong', words: '信用代码和上面一行相同，请核对' };
      here.add(name);
      if (uscc !== null) hereCodes.add(uscc);
      return { ...said, outcome: 'new', words: '' };
    });
}
