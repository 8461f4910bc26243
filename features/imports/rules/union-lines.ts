import { type BookSheet, filledRows, plainCell } from './book-row';
import type { BookColumns } from './columns';
import { wordKey } from './member-line';
import {
  type FoundUnionLine,
  fitsBelow,
  type ParentUnion,
  readUnionCells,
  type UnionCells,
  type UnionLine,
  type UnionWords,
  unionKey,
} from './union-line';

interface Row {
  readonly cells: UnionCells;
  readonly parentWord: string;
  readonly townWord: string;
}

interface Parent {
  readonly of: ParentUnion | null;
  readonly row: Row | null;
  readonly problem: string | null;
}

const none = (problem: string): Parent => ({ of: null, row: null, problem });
type Meaning = ParentUnion | { readonly refused: string } | undefined;
const meant = (found: Meaning, missing: string): Parent => {
  if (!found) return none(missing);
  if ('refused' in found) return none(found.refused);
  return { of: found, row: null, problem: null };
};

/** Rows by what another may call them; of two of one name the name means none. */
function rowsByWord(rows: readonly Row[]): Map<string, Row | null> {
  const found = new Map<string, Row | null>();
  const add = (word: string | null, row: Row) => {
    const key = wordKey(word ?? '');
    if (key === '') return;
    const there = found.get(key);
    found.set(key, there === undefined || there === row ? row : null);
  };
  for (const row of rows) {
    add(row.cells.uscc, row);
    add(row.cells.name, row);
    add(row.cells.shortName, row);
  }
  return found;
}

/** Of the books first: a list may repeat what is there; then of the file. */
function parentOf(row: Row, words: UnionWords, rows: ReadonlyMap<string, Row | null>): Parent {
  const { parentWord, townWord } = row;
  if (parentWord === '') {
    if (townWord === '') return { of: words.own, row: null, problem: null };
    const town = words.towns.get(wordKey(townWord));
    return meant(town, `没有找到镇街“${townWord.slice(0, 20)}”，请写本区镇、街道的名称`);
  }
  const key = wordKey(parentWord);
  const known = words.unions.get(key);
  const inFile = rows.get(key);
  if (known && !('refused' in known)) return meant(known, '');
  if (inFile === row) return none('上级是它自己，请核对');
  if (inFile) return { of: null, row: inFile, problem: null };
  if (inFile === null) return none(`表里有两行叫“${parentWord.slice(0, 20)}”，请填上级的代码`);
  return meant(known, `没有找到上级“${parentWord.slice(0, 20)}”，请写全称或代码`);
}

/** The rows above one, the nearest first; the last is itself again where they go round in a circle. */
function rowsAbove(row: Row, parents: ReadonlyMap<Row, Parent>): Row[] {
  const above: Row[] = [];
  for (let at = parents.get(row)?.row; at && !above.includes(at); at = parents.get(at)?.row) {
    above.push(at);
    if (at === row) break;
  }
  return above;
}

/** What the town of a row says against the parent that it names. */
function townProblem({ parentWord, townWord }: Row, { of }: Parent, words: UnionWords) {
  if (parentWord === '' || townWord === '' || !of) return null;
  const town = words.towns.get(wordKey(townWord));
  if (!town) return `没有找到镇街“${townWord.slice(0, 20)}”，请写本区镇、街道的名称`;
  if ('refused' in town) return town.refused;
  return of.townId === town.id ? null : '上级不在所写的镇街，请核对';
}

function lineOf(row: Row, parent: Parent, above: readonly Row[], words: UnionWords): UnionLine {
  const { cells } = row;
  const circle = above.includes(row)
    ? `上级绕成了一圈：第 ${[row, ...above].map((one) => one.cells.rowNo).join(' → ')} 行`
    : null;
  const below = parent.row?.cells;
  const unfit =
    below && !fitsBelow(below.kind, cells.kind) ? '这类组织不能建在所写的上级下面，请核对' : null;
  const more = [circle ?? parent.problem, unfit, townProblem(row, parent, words)];
  return {
    ...cells,
    parentId: parent.of?.id ?? null,
    parentRow: below?.rowNo ?? null,
    parentGiven: row.parentWord !== '' || row.townWord !== '',
    problems: [...cells.problems, ...more.flatMap((problem) => problem ?? [])],
  };
}

/** Rows in the order in which they can be written, whatever the order in which they come: parents first. */
export function parentsFirst<R extends FoundUnionLine>(rows: readonly R[]): R[] {
  const byRowNo = new Map(rows.map((row) => [row.line.rowNo, row]));
  const depth = ({ line }: R) => {
    let above = 0;
    for (
      let at = byRowNo.get(line.parentRow ?? 0);
      at && above < rows.length;
      at = byRowNo.get(at.line.parentRow ?? 0)
    )
      above += 1;
    return above;
  };
  const depths = new Map(rows.map((row) => [row, depth(row)]));
  return [...rows].sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
}

/** The row that is the same union before this one: by its code, or by its name below one parent. */
function sameBefore(line: UnionLine, seen: Map<string, UnionLine>): number | null {
  const name = unionKey(line.name, line.parentId ?? line.parentRow);
  const named = seen.get(name);
  const different = named?.uscc && line.uscc && named.uscc !== line.uscc;
  const before = (line.uscc && seen.get(line.uscc)) || (different ? undefined : named);
  if (before) return before.rowNo;
  if (line.uscc) seen.set(line.uscc, line);
  if (!named) seen.set(name, line);
  return null;
}

/**
 * Every filled row below the headings, parents before those below them, else in the order of the file. A parent is
 * a union of the books or another row, wherever it stands; rows that go round in a circle say so, and what stands
 * below a wrong row is wrong as well.
 */
export function readUnionLines(
  sheet: BookSheet,
  columns: BookColumns,
  words: UnionWords,
): FoundUnionLine[] {
  const rows = [...filledRows(sheet, columns)].map(({ rowNo, cells }) => ({
    cells: readUnionCells(rowNo, cells, words),
    parentWord: plainCell(cells.parent),
    townWord: plainCell(cells.town),
  }));
  const byWord = rowsByWord(rows);
  const parents = new Map(rows.map((row) => [row, parentOf(row, words, byWord)]));
  const above = new Map(rows.map((row) => [row, rowsAbove(row, parents)]));
  const depth = (row: Row) => above.get(row)?.length ?? 0;
  const wrong = new Set<number>();
  const seen = new Map<string, UnionLine>();
  return [...rows]
    .sort((a, b) => depth(a) - depth(b) || a.cells.rowNo - b.cells.rowNo)
    .map((row) => {
      const parent = parents.get(row) as Parent;
      const read = lineOf(row, parent, above.get(row) ?? [], words);
      // A row of a circle says so itself.
      const turns = above.get(row)?.includes(row);
      const leans = !turns && read.parentRow !== null && wrong.has(read.parentRow);
      const late = leans ? [`上级在第 ${read.parentRow} 行，那一行要先改对`] : [];
      const line = { ...read, problems: [...read.problems, ...late] };
      const fine = line.problems.length === 0;
      const sameUnion = fine ? sameBefore(line, seen) : null;
      if (!fine) wrong.add(line.rowNo);
      return { line, sameUnion, parentLine: parent.row?.cells ?? null };
    });
}
