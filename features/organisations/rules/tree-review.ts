import { lengthOf, problemOf, textProblems } from '@/lib/characters';
import { decideFounding } from './changes';
import { kindLabels, type OrganisationKind } from './kinds';
import type { PastedLine } from './pasted';
import { placeName } from './place-name';
import type { TreeLine } from './tree-lines';

/** An open organisation that is there already. */
export interface ThereNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: OrganisationKind;
  readonly name: string;
}

/** Numbers that are taken anywhere, also by what is closed. */
export interface TakenNumbers {
  readonly areaCodes: readonly string[];
  readonly usccs: readonly string[];
}

/** An organisation to be made below one that is there (`id`), or below the line at that place in the list. */
export interface PlannedNode {
  readonly at: number;
  readonly line: TreeLine;
  readonly kind: OrganisationKind;
  readonly below: { readonly id: string } | { readonly at: number };
}

/** Every line in order, and what is to be made, parents before children. */
export interface ReviewedTree {
  readonly lines: readonly PastedLine[];
  readonly plan: readonly PlannedNode[];
}

interface Node {
  readonly kind: OrganisationKind;
  readonly name: string;
  /** An id, or `#` and the place of a line in the list. */
  readonly key: string;
}

const foundingWords = {
  parent_closed: '上级已撤销，请换一个上级',
  home_exists: '这个镇（街道）已有网上会员之家',
};

class Tree {
  private readonly children = new Map<string, Node[]>();
  private readonly all: Node[] = [];
  readonly root: Node | undefined;

  constructor(there: readonly ThereNode[]) {
    for (const { id, parentId, kind, name } of there) this.add({ kind, name, key: id }, parentId);
    const root = there.find((node) => node.parentId === null) ?? there[0];
    this.root = this.all.find((node) => node.key === root?.id);
  }

  add(node: Node, below: string | null): void {
    this.all.push(node);
    if (below !== null) this.children.set(below, [...this.below(below), node]);
  }

  below(key: string): readonly Node[] {
    return this.children.get(key) ?? [];
  }

  /** By its name, or by the place it is named after. */
  called(name: string): readonly Node[] {
    const exact = this.all.filter((node) => node.name === name);
    return exact.length > 0 ? exact : this.all.filter((node) => placeName(node.name) === name);
  }
}

/** What is wrong with the line itself, whatever it hangs below; null when nothing is. */
function lineProblem({ name, kind, kindWord, unknown }: TreeLine): string | null {
  const problem = problemOf(name);
  if (problem) return textProblems[problem];
  if (lengthOf(name) < 2) return '请写全称';
  if (lengthOf(name) > 60) return '名称最多60个字，请精简';
  if (kind === null) return `认不出类型“${kindWord}”`;
  return unknown === '' ? null : `认不出“${unknown}”，请删掉，或写成类型、上级、区划代码、信用代码`;
}

/** What is wrong with founding it there; null when nothing is. */
function placeProblem(
  line: TreeLine,
  kind: OrganisationKind,
  parent: Node,
  tree: Tree,
  taken: { areaCodes: ReadonlySet<string>; usccs: ReadonlySet<string> },
): string | null {
  const hasHome = tree.below(parent.key).some((node) => node.kind === 'online_home');
  const verdict = decideFounding({ kind: parent.kind, closedAt: null, hasHome }, kind);
  if (!verdict.ok) {
    const { reason } = verdict;
    return reason === 'kind_not_allowed'
      ? `${kindLabels[kind]}不能建在${kindLabels[parent.kind]}下面`
      : foundingWords[reason];
  }
  const { areaCode, uscc } = line;
  if (kind === 'town_federation' && areaCode === null) return '请在后面写上9位行政区划代码';
  if (areaCode !== null && taken.areaCodes.has(areaCode)) return `区划代码 ${areaCode} 已经有了`;
  return uscc !== null && taken.usccs.has(uscc) ? `信用代码 ${uscc} 已经有了` : null;
}

/**
 * Looks a pasted tree through against what is there, line by line, as `pasteTree` writes it. A line that is there
 * already (same name below the same parent) is left out, so that a corrected list may be pasted again; it may be
 * the parent of others. A line hangs below the one above that is set in less, unless it names its parent.
 * @returns every line in order, and what is to be made, parents before children
 */
export function reviewTree(
  lines: readonly TreeLine[],
  there: readonly ThereNode[],
  numbers: TakenNumbers,
): ReviewedTree {
  const tree = new Tree(there);
  const taken = { areaCodes: new Set(numbers.areaCodes), usccs: new Set(numbers.usccs) };
  const made: (Node | null)[] = [];
  const outer: { at: number; indent: number }[] = [];
  const plan: PlannedNode[] = [];

  function parentOf(line: TreeLine, at: number): Node | string {
    while ((outer.at(-1)?.indent ?? -1) >= line.indent) outer.pop();
    const above = outer.at(-1);
    outer.push({ at, indent: line.indent });
    if (line.parent !== '') {
      const [found, ...more] = tree.called(line.parent);
      if (more.length > 0) return `有几个“${line.parent}”，请写上级的全称`;
      return found ?? `找不到上级“${line.parent}”：要写在这一行上面，或已经建好`;
    }
    if (above) return made[above.at] ?? '上级那一行有错，先改好上级';
    return tree.root ?? '还没有总工会';
  }

  const reviewed = lines.map((line, at): PastedLine => {
    made[at] = null;
    const { name, kind } = line;
    const parent = parentOf(line, at);
    const said = {
      line: line.line,
      name,
      kind,
      below: typeof parent === 'string' ? '' : parent.name,
    };
    const wrong = (words: string): PastedLine => ({ ...said, outcome: 'wrong', words });
    if (tree.root?.name === name) {
      made[at] = tree.root;
      return { ...said, below: '', outcome: 'there', words: '' };
    }
    if (typeof parent === 'string') return wrong(parent);
    const same = tree.below(parent.key).find((node) => node.name === name);
    if (same?.key.startsWith('#')) return wrong('同一个上级下面写了两次');
    if (same) {
      made[at] = same;
      return { ...said, kind: same.kind, outcome: 'there', words: '' };
    }
    const problem =
      lineProblem(line) ?? (kind && placeProblem(line, kind, parent, tree, taken)) ?? null;
    if (problem !== null || kind === null) return wrong(problem ?? '');
    const node = { kind, name, key: `#${at}` };
    made[at] = node;
    tree.add(node, parent.key);
    if (line.areaCode) taken.areaCodes.add(line.areaCode);
    if (line.uscc) taken.usccs.add(line.uscc);
    const { key } = parent;
    const below = key.startsWith('#') ? { at: Number(key.slice(1)) } : { id: key };
    plan.push({ at, line, kind, below });
    return { ...said, outcome: 'new', words: '' };
  });
  return { lines: reviewed, plan };
}
