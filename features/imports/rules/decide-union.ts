import { kindLabels, type OrganisationKind } from '@/features/organisations/rules/kinds';
import { type FieldChange, type ImportChoice, rowPlan as plan, type RowPlan } from './book-row';
import { wordKey } from './member-line';
import { type ParentUnion, refusedBelow, type UnionLine } from './union-line';

/** A union of the tree, with what a list may change of it. */
export interface KnownUnion extends ParentUnion {
  readonly name: string;
  readonly shortName: string;
  readonly uscc: string | null;
  readonly areaCode: string | null;
  readonly parentId: string | null;
  readonly parentName: string;
  readonly foundedOn: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  /** It stands at or below the union whose list it is. */
  readonly inside: boolean;
}

/** Where a row is to stand: a union of the books, or one that this list makes (no id yet). */
export type PlannedParent = Omit<ParentUnion, 'id'> & { readonly id: string | null };

/** What stands in the database and in the rest of the file about one row. */
export interface UnionAsKnown {
  readonly byCode: KnownUnion | null;
  /** Open, inside, of its name as it is compared. */
  readonly byName: readonly KnownUnion[];
  readonly sameUnion: number | null;
  /** Null where its parent is a row that is not written. */
  readonly parent: PlannedParent | null;
}

const below = ({ byName, parent }: UnionAsKnown) =>
  byName.find(({ parentId }) => parent !== null && parentId === parent.id) ?? null;

/** A row without a code is the union of this very name below the same parent. */
const sameByName = (line: UnionLine, facts: UnionAsKnown): KnownUnion | null => {
  const known = below(facts);
  return line.uscc === null && known?.name === line.name ? known : null;
};

/** Which union a row is about when it is written so; null for a new one. */
export const unionOfRow = (
  line: UnionLine,
  facts: UnionAsKnown,
  choice: ImportChoice,
): KnownUnion | null => {
  if (facts.byCode || choice === 'separate') return facts.byCode;
  return choice === 'match' ? below(facts) : sameByName(line, facts);
};

/** What a list may change of a union: blank cells change nothing, its kind and its parent never. */
function changesOf(line: UnionLine, known: KnownUnion): FieldChange[] {
  const changes: FieldChange[] = [];
  const change = (field: string, label: string, before: string | null, after: string | null) => {
    if (after !== null && after !== before)
      changes.push({ field, label, before: before ?? '', after });
  };
  change('shortName', '简称', known.shortName, line.shortName);
  change('foundedOn', '成立日期', known.foundedOn, line.foundedOn);
  change('address', '地址', known.address, line.address);
  change('phone', '办公电话', known.phone, line.phone);
  return changes;
}

/** What is different and is not a list's to change. */
function differences(line: UnionLine, known: KnownUnion, { parent }: UnionAsKnown): string[] {
  const words: string[] = [];
  if (line.parentGiven && (parent?.id ?? null) !== known.parentId)
    words.push(`库里的上级是${known.parentName}，和表里不同。要调整请在组织页办`);
  if (line.kind !== known.kind)
    words.push(`库里是${kindLabels[known.kind]}，表里是${kindLabels[line.kind]}，类型不改`);
  return words;
}

function ofKnown(line: UnionLine, known: KnownUnion, facts: UnionAsKnown): RowPlan {
  const changes = changesOf(line, known);
  const words = differences(line, known, facts);
  if (wordKey(known.name) !== wordKey(line.name)) {
    const name = { field: 'name', label: '工会名称', before: known.name, after: line.name };
    const say = '代码一样，名称不同，选用哪一个';
    return plan('conflict', ['skip', 'write', 'use_book'], [say, ...words], [name, ...changes]);
  }
  if (words.length > 0)
    return plan('conflict', changes.length > 0 ? ['skip', 'write'] : ['skip'], words, changes);
  return changes.length > 0
    ? plan('update', ['write', 'skip'], [], changes)
    : plan('same', ['skip']);
}

function ofNamesake(line: UnionLine, facts: UnionAsKnown): RowPlan {
  const known = below(facts);
  if (!known) {
    const where = facts.byName.map(({ parentName }) => parentName).join('、');
    return plan('conflict', ['skip', 'separate'], [`库里已有同名的工会，上级是${where}`]);
  }
  const say = `库里同一个上级下面已有“${known.name}”，${known.uscc ? `代码 ${known.uscc}` : '没有代码'}`;
  if (line.uscc && known.uscc) return plan('conflict', ['skip'], [`${say}。请核对代码`]);
  const code = { field: 'uscc', label: '工会代码', before: '', after: line.uscc ?? '' };
  const changes = changesOf(line, known);
  return plan(
    'conflict',
    ['skip', 'match'],
    [`${say}。请看是不是同一家`],
    line.uscc ? [code, ...changes] : changes,
  );
}

const fresh = (line: UnionLine, parent: PlannedParent | null): RowPlan => {
  if (!parent)
    return plan('error', ['skip'], [`上级在第 ${line.parentRow} 行，那一行没有写入，请先处理它`]);
  const refused = refusedBelow(parent, line.kind);
  return refused ? plan('error', ['skip'], [refused]) : plan('new', ['write', 'skip']);
};

/**
 * What would become of one row. Pure: the facts are read before, at the review and again at the writing, and both
 * come here. By the code, then by the name below the parent; an organisation is never moved by a list.
 */
export function decideUnion(line: UnionLine, facts: UnionAsKnown): RowPlan {
  if (line.problems.length > 0) return plan('error', ['skip'], line.problems);
  const { byCode, byName, sameUnion, parent } = facts;
  if (sameUnion !== null)
    return plan('twice', ['skip'], [`和第 ${sameUnion} 行是同一个工会，只用第 ${sameUnion} 行`]);
  if (byCode) {
    if (!byCode.inside)
      return plan('error', ['skip'], ['这个代码是别处工会的，不在这次导入的范围']);
    if (byCode.closedAt) return plan('conflict', ['skip'], [`${byCode.name}已撤销，请核对代码`]);
    return ofKnown(line, byCode, facts);
  }
  if (byName.length === 0) return fresh(line, parent);
  const known = sameByName(line, facts);
  if (known) return ofKnown(line, known, facts);
  const asNew = fresh(line, parent);
  return asNew.kind === 'error' ? asNew : ofNamesake(line, facts);
}

/** A union that a list makes, for those that stand below it. */
export const parentInFile = (kind: OrganisationKind): PlannedParent => ({
  ...{ id: null, kind, closedAt: null, hasHome: false, townId: null },
});
