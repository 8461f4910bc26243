import { decideFounding } from '@/features/organisations/rules/changes';
import {
  childKinds,
  kindLabels,
  mayContain,
  type OrganisationKind,
} from '@/features/organisations/rules/kinds';
import { kindOfName, kindOfWord } from '@/features/organisations/rules/tree-lines';
import { type BookLine, type FoundRow, plainCell } from './book-row';
import { wordKey } from './member-line';
import { problemsOf, type ReadCell, readPastDay, readText, readUnifiedCode } from './read-cell';

/** A row of a list of unions as read, before its parent is looked for; blank cells are null. */
export interface UnionCells extends BookLine {
  readonly uscc: string | null;
  readonly kind: OrganisationKind;
  readonly areaCode: string | null;
  readonly foundedOn: string | null;
  readonly shortName: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** The same with the union it is to stand below. */
export interface UnionLine extends UnionCells {
  /** In the books; null for one that is a row of the file, or where there is none. */
  readonly parentId: string | null;
  /** The row of the file that is its parent. */
  readonly parentRow: number | null;
  /** The file names a parent, or a town: then it is compared. */
  readonly parentGiven: boolean;
}

/** A line, the row that is the same union before it, and the line of its parent where that is in the file. */
export interface FoundUnionLine extends FoundRow {
  readonly line: UnionLine;
  readonly sameUnion: number | null;
  readonly parentLine: Pick<UnionCells, 'rowNo' | 'name' | 'uscc' | 'kind'> | null;
}

/** A union in the books that rows may stand below. */
export interface ParentUnion {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly closedAt: Date | null;
  readonly hasHome: boolean;
  readonly townId: string | null;
}

/** What the words of a cell mean today. */
export interface UnionWords {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Unions by name, short name or code; or why one cannot be a parent here. */
  readonly unions: ReadonlyMap<string, ParentUnion | { readonly refused: string }>;
  /** Towns by the name of the place. */
  readonly towns: ReadonlyMap<string, ParentUnion | { readonly refused: string }>;
  /** Below which a row stands that names none. */
  readonly own: ParentUnion;
  /** First six digits of the area codes of the federation. */
  readonly areas: readonly string[];
}

/** Kinds that a list may bring in: the root is there, a 合作单位 is no union. */
export const importedKinds: readonly OrganisationKind[] = (
  Object.keys(childKinds) as OrganisationKind[]
).filter((kind) => kind !== 'district_federation' && kind !== 'partner');

const wrong = (problem: string) => ({ value: null, problem });
const ok = <T>(value: T | null): ReadCell<T> => ({ value, problem: null });

function kindOf(raw: string, name: string): ReadCell<OrganisationKind> {
  if (raw === '') {
    const guessed = kindOfName(name);
    return ok<OrganisationKind>(guessed === 'partner' ? 'grassroots_union' : guessed);
  }
  const kind = importedKinds.find((one) => kindLabels[one] === raw) ?? kindOfWord(raw);
  return kind && importedKinds.includes(kind)
    ? ok(kind)
    : wrong(`组织类型里没有“${raw.slice(0, 12)}”，请从下拉里选`);
}

/** Text of one form alone, such as nine digits. */
const pattern = (raw: string, form: RegExp, problem: string): ReadCell<string> => {
  const text = plainCell(raw);
  if (text === '') return ok<string>(null);
  return form.test(text) ? ok(text) : wrong(problem);
};

/** Reads one row of a list of unions without a look at the others. Never throws on text. */
export function readUnionCells(
  rowNo: number,
  cells: Record<string, string>,
  { today, areas }: Pick<UnionWords, 'today' | 'areas'>,
): UnionCells {
  const name = readText(cells.name, { label: '工会名称', min: 2, max: 60 });
  const kind = kindOf(plainCell(cells.kind), name.value ?? '');
  const uscc = readUnifiedCode(cells.uscc, areas, '外区工会的代码不能导入，请核对');
  const founded = readPastDay(cells.foundedOn, '成立日期', today);
  const short = readText(cells.shortName, { label: '简称', max: 20 });
  const address = readText(cells.address, { label: '地址', max: 100 });
  const phone = pattern(cells.phone ?? '', /^[\d-]{5,20}$/, '办公电话请填数字，如 0775-4567890');
  const area = pattern(cells.areaCode ?? '', /^\d{9}$/, '行政区划代码应为 9 位数字');
  const asked = kind.value === 'town_federation' && !area.value && !area.problem;
  return {
    rowNo,
    name: name.value ?? plainCell(cells.name).replace(/\p{C}/gu, '').slice(0, 60),
    ...{ uscc: uscc.value, kind: kind.value ?? 'grassroots_union', foundedOn: founded.value },
    ...{ shortName: short.value, address: address.value, phone: phone.value },
    areaCode: kind.value === 'town_federation' ? area.value : null,
    problems: problemsOf(...[name, uscc, kind, founded, short, area, address, phone], {
      problem: asked ? '镇、街道工会请填 9 位行政区划代码' : null,
    }),
  };
}

const placement = {
  parent_closed: '上级已撤销，请填现在的上级',
  home_exists: '这个镇（街道）已有网上会员之家',
} as const;

/** Why a union of this kind cannot stand below that one, in words; null where it can. Source: domain.md §1.1. */
export function refusedBelow(
  parent: Pick<ParentUnion, 'kind' | 'closedAt' | 'hasHome'>,
  kind: OrganisationKind,
): string | null {
  const verdict = decideFounding(parent, kind);
  if (verdict.ok) return null;
  if (verdict.reason !== 'kind_not_allowed') return placement[verdict.reason];
  return `${kindLabels[kind]}不能建在${kindLabels[parent.kind]}下面，请核对上级和类型`;
}

/** Whether a row of one kind may stand below another row. */
export const fitsBelow = mayContain;

/** What makes two rows without a code one union: the name, below one parent. */
export const unionKey = (name: string, parent: string | number | null): string =>
  `${parent ?? ''}|${wordKey(name)}`;
