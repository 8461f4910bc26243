import { evidenceLabels } from '@/features/employer-register/rules/labels';
import { type FieldChange, type ImportChoice, rowPlan as plan, type RowPlan } from './book-row';
import type { EmployerListLine } from './employer-line';
import { wordKey } from './member-line';

/** An employer of the list of employers, and its entry in 企业台账. Days are `YYYY-MM-DD`. */
export interface KnownEmployer {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly townId: string | null;
  readonly townName: string;
  /** It lies where the officer's list may be written. */
  readonly inside: boolean;
  readonly closed: boolean;
  readonly industry: string | null;
  readonly address: string | null;
  /** Null for one that is not in the register. */
  readonly entry: {
    readonly staffCount: number | null;
    readonly staffCountedOn: string | null;
    readonly staffEvidence: EmployerListLine['staffEvidence'];
    readonly listedOn: string | null;
    readonly responsibleId: string | null;
  } | null;
}

/** What stands in the database and in the rest of the file about one row. */
export interface EmployerAsKnown {
  readonly byCode: KnownEmployer | null;
  /** In business, in the town of the row, of its name as it is compared, with no code or another. */
  readonly byName: readonly KnownEmployer[];
  /** The row of the file that is the same employer, before this one. */
  readonly sameEmployer: number | null;
  /** Names of officers for showing. */
  readonly officers: ReadonlyMap<string, string>;
}

/** Which employer a row is about when it is written so; null for a new one. */
export const employerOfRow = (
  line: EmployerListLine,
  { byCode, byName }: EmployerAsKnown,
  choice: ImportChoice,
): KnownEmployer | null => {
  if (byCode || choice === 'separate') return byCode;
  return choice === 'match' || sameByName(line, byName) ? (byName[0] ?? null) : null;
};

/** As at the form: a row without a code is the only one of this very name in its town. */
const sameByName = ({ uscc, name }: EmployerListLine, byName: readonly KnownEmployer[]) =>
  uscc === null && byName.length === 1 && byName[0]?.name === name;

const counted = (
  count: number | null,
  on: string | null,
  evidence: EmployerListLine['staffEvidence'],
) => (count === null ? '' : `${count} 人，${on}，${evidence ? evidenceLabels[evidence] : ''}`);

/** A count is newer, or of the same day and another. */
function isNewCount(line: EmployerListLine, entry: NonNullable<KnownEmployer['entry']>): boolean {
  if (line.staffCount === null || line.staffCountedOn === null) return false;
  if (entry.staffCountedOn === null || line.staffCountedOn > entry.staffCountedOn) return true;
  const sameDay = line.staffCountedOn === entry.staffCountedOn;
  return sameDay && line.staffCount !== entry.staffCount;
}

/** What a list may change of an entry: blank cells change nothing, a count only for a newer one. */
function changesOf(
  line: EmployerListLine,
  known: KnownEmployer,
  officers: EmployerAsKnown['officers'],
): FieldChange[] {
  const { entry } = known;
  const changes: FieldChange[] = [];
  const change = (field: string, label: string, before: string | null, after: string | null) => {
    if (after !== null && after !== before)
      changes.push({ field, label, before: before ?? '', after });
  };
  change('industry', '行业', known.industry, line.industry);
  change('address', '地址', known.address, line.address);
  if (!entry) return changes;
  if (isNewCount(line, entry))
    change(
      ...(['staffCount', '职工人数'] as const),
      counted(entry.staffCount, entry.staffCountedOn, entry.staffEvidence),
      counted(line.staffCount, line.staffCountedOn, line.staffEvidence),
    );
  if (line.origin === 'listed' && entry.listedOn === null)
    change('origin', '台账内外', '台账外', '列入台账');
  if (line.responsibleId !== null && line.responsibleId !== entry.responsibleId)
    change(
      ...(['responsible', '负责干部'] as const),
      officers.get(entry.responsibleId ?? '') ?? '',
      officers.get(line.responsibleId) ?? '',
    );
  return changes;
}

/** What is different and is not a list's to change. */
function wordsOf(line: EmployerListLine, { entry }: KnownEmployer): string[] {
  if (!entry) return ['用人单位名录里已有，这次登记进台账'];
  const words: string[] = [];
  if (line.origin === 'found' && entry.listedOn !== null)
    words.push('库里已列入台账，不会改回台账外');
  if (
    line.staffCountedOn !== null &&
    entry.staffCountedOn !== null &&
    line.staffCountedOn < entry.staffCountedOn
  )
    words.push(`库里的人数是 ${entry.staffCountedOn} 的，比表里新，不改`);
  return words;
}

function ofKnown(line: EmployerListLine, known: KnownEmployer, facts: EmployerAsKnown): RowPlan {
  const changes = changesOf(line, known, facts.officers);
  const words = wordsOf(line, known);
  if (wordKey(known.name) !== wordKey(line.name)) {
    const name = { field: 'name', label: '单位名称', before: known.name, after: line.name };
    const say = '信用代码一样，名称不同，选用哪一个';
    return plan('conflict', ['skip', 'write', 'use_book'], [say, ...words], [name, ...changes]);
  }
  if (!known.entry) return plan('new', ['write', 'skip'], words, changes);
  return changes.length > 0
    ? plan('update', ['write', 'skip'], words, changes)
    : plan('same', ['skip'], words);
}

/** One of this name lies in the town with no code or another: whether it is the same one is for a human to say. */
function ofNamesake(line: EmployerListLine, facts: EmployerAsKnown): RowPlan {
  const [only] = facts.byName;
  const separate: ImportChoice[] = line.uscc ? ['separate'] : [];
  if (!only || facts.byName.length > 1)
    return plan(
      'conflict',
      ['skip', ...separate],
      [`库里这个镇街有 ${facts.byName.length} 家叫这个名称，请填信用代码`],
    );
  const say = `库里这个镇街已有“${only.name}”，${only.uscc ? `信用代码 ${only.uscc}` : '没有信用代码'}。请看是不是同一家`;
  if (line.uscc && only.uscc) return plan('conflict', ['skip', ...separate], [say]);
  const changes = changesOf(line, only, facts.officers);
  const code = { field: 'uscc', label: '统一社会信用代码', before: '', after: line.uscc ?? '' };
  return plan(
    'conflict',
    ['skip', 'match', ...separate],
    [say],
    line.uscc ? [code, ...changes] : changes,
  );
}

/**
 * What would become of one row, without a look at the others. Pure: the facts are read before, at the review and
 * again at the writing, and both come here. By the code, then by the name within the town, never silently.
 */
export function decideEmployer(line: EmployerListLine, facts: EmployerAsKnown): RowPlan {
  if (line.problems.length > 0) return plan('error', ['skip'], line.problems);
  const { byCode, byName, sameEmployer } = facts;
  if (sameEmployer !== null)
    return plan('twice', ['skip'], [`和第 ${sameEmployer} 行是同一家，只用第 ${sameEmployer} 行`]);
  if (byCode) {
    if (!byCode.inside)
      return plan('error', ['skip'], ['用人单位名录里它在别的镇街，不在这次导入的范围']);
    if (byCode.townId !== line.townId)
      return plan(
        'conflict',
        ['skip'],
        [`库里它在${byCode.townName}，和表里不同。请先到“用人单位”核对`],
      );
    if (byCode.closed)
      return plan('conflict', ['skip'], ['库里已停业或撤销，请先到“用人单位”核对']);
    return ofKnown(line, byCode, facts);
  }
  if (byName.length === 0) return plan('new', ['write', 'skip']);
  const [only] = byName;
  return only && sameByName(line, byName) ? ofKnown(line, only, facts) : ofNamesake(line, facts);
}
