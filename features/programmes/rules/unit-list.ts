import { phoneMessages } from '@/lib/cn-id/messages';
import { parsePhone } from '@/lib/cn-id/phone';
import { normaliseName, parsePersonName, personNameMessages } from '@/lib/person-name';
import type { DraftRow } from '../schema/unit-list';

export type RowOutcome =
  | 'offered'
  | 'waitlisted'
  | 'full'
  | 'invited'
  | 'ineligible'
  | 'duplicate'
  | 'not_in_unit'
  | 'invalid';

/** What a line is while the list is only looked through: `ready` may have a place. */
export type LookedOutcome = RowOutcome | 'ready';

/** How a line of a list ends up, in the order in which a chair reads the totals. */
export type UnitListStatus = 'draft' | 'submitted' | 'undone';

/** A list is looked through, handed in, and taken back as one within its hours. */
export const unitListTransitions = {
  draft: ['submitted'],
  submitted: ['undone'],
  undone: [],
} as const satisfies Record<UnitListStatus, readonly UnitListStatus[]>;

export const unitListLabels: Record<UnitListStatus, string> = {
  draft: '未交',
  submitted: '已交',
  undone: '已撤回',
};

/** Whether `unitListTransitions` knows the step. */
export const canMoveUnitList = (from: UnitListStatus, to: UnitListStatus): boolean =>
  (unitListTransitions[from] as readonly UnitListStatus[]).includes(to);

export const rowOutcomeLabels: Record<LookedOutcome, string> = {
  ready: '可以报',
  offered: '有名额',
  waitlisted: '候补',
  full: '名额和候补都满',
  ineligible: '不符合条件',
  duplicate: '重复',
  invited: '还不是本单位会员',
  not_in_unit: '姓名和手机号对不上',
  invalid: '填写有误',
};

interface Columns {
  readonly name: number;
  readonly phone: number;
  readonly child: number;
}

const isHeader = (cell: string, words: RegExp) => words.test(cell.replace(/\s/g, ''));

/** Columns by their headings, or null when the first row is already a person. */
function headings(row: readonly string[]): Columns | null {
  const name = row.findIndex((cell) => isHeader(cell, /^(职工|会员|家长|员工)?姓名$/));
  const phone = row.findIndex((cell) => isHeader(cell, /手机|电话/));
  if (name < 0 || phone < 0) return null;
  return { name, phone, child: row.findIndex((cell) => isHeader(cell, /孩子|子女|儿童/)) };
}

/** Without headings: the cell that looks like a phone, and the first that does not. */
function guess(row: readonly string[]): Columns {
  const filled = row.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.trim() !== '');
  const phone = filled.find(({ cell }) => /\d{7,}/.test(cell.replace(/[\s-]/g, '')))?.at ?? -1;
  const others = filled.filter(({ cell, at }) => at !== phone && !/^\d{1,4}$/.test(cell.trim()));
  return { name: others[0]?.at ?? -1, phone, child: others[1]?.at ?? -1 };
}

const MOST_SHOWN = 60;

function readRow(row: readonly string[], rowNo: number, columns: Columns): DraftRow {
  const typedName = (row[columns.name] ?? '').slice(0, MOST_SHOWN * 4);
  const typedPhone = (row[columns.phone] ?? '').slice(0, MOST_SHOWN);
  const child = normaliseName(row[columns.child] ?? '').slice(0, MOST_SHOWN);
  const name = parsePersonName(typedName);
  const phone = parsePhone(typedPhone);
  const words = [
    name.ok ? '' : personNameMessages[name.reason],
    phone.ok ? '' : phoneMessages[phone.reason],
  ].filter(Boolean);
  return {
    rowNo,
    name: name.ok ? name.normalised : [...typedName.trim()].slice(0, MOST_SHOWN).join(''),
    phone: phone.ok ? phone.normalised : typedPhone.trim(),
    child,
    words: words.join('；'),
    outcome: null,
    said: '',
  };
}

/** One person once; for children, once per child: two of a family are two lines. */
export const rowKey = (row: Pick<DraftRow, 'phone' | 'child'>): string =>
  `${row.phone}|${row.child}`;

/**
 * Reads the rows of a table or of pasted text: with headings (姓名, 手机号, 孩子姓名) or without, blank
 * lines skipped, numbers as the person sees them. A line with a mistake stays, with what to correct;
 * the second line of the same person says where the first stands.
 */
export function readUnitRows(rows: readonly (readonly string[])[]): DraftRow[] {
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const columns = first < 0 ? null : headings(rows[first] ?? []);
  const found: DraftRow[] = [];
  const seen = new Map<string, number>();
  rows.forEach((row, at) => {
    if (row.every((cell) => cell.trim() === '') || (columns && at === first)) return;
    const read = readRow(row, at + 1, columns ?? guess(row));
    const before = seen.get(rowKey(read));
    if (read.words === '' && before !== undefined) {
      found.push({ ...read, words: `和第 ${before} 行重复` });
      return;
    }
    if (read.words === '') seen.set(rowKey(read), read.rowNo);
    found.push(read);
  });
  return found;
}

/** What makes two lists the same: who stands in them, in whatever order. */
export const listContent = (rows: readonly DraftRow[]): string =>
  rows
    .filter((row) => row.words === '')
    .map((row) => `${row.phone}|${row.name}|${row.child}`)
    .sort()
    .join('\n');

/** Lines per outcome, for the head of the page and the ledger. */
export function countOutcomes(
  rows: readonly { outcome: RowOutcome | 'ready' }[],
): Record<string, number> {
  const counts: Record<string, number> = { all: rows.length };
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** What a chair may know of a screening: that it does not fit, never the fact behind it (PIPL 28). */
export const unfitWords = (kind: string, reason: string, note: string | undefined): string =>
  kind === 'screening' ? '不符合条件，本人登录可看原因' : [reason, note].filter(Boolean).join('，');

/** How many of the lines that fit would hold a place at once, and how many would wait. */
export function foreseen(
  ready: number,
  places: { capacity: number; taken: number; reserved: number; waiting: number },
): { placed: number; queued: number } {
  const free = places.waiting > 0 ? 0 : places.capacity - places.taken - places.reserved;
  const placed = Math.min(ready, Math.max(0, free));
  return { placed, queued: ready - placed };
}
