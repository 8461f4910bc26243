import type { unitListStatuses, unitRowOutcomes } from '@/db/schema/enums';
export type RowOutcome = (typeof unitRowOutcomes)[number];

/** What a line is while the list is only looked through: `ready` may have a place. */
export type LookedOutcome = RowOutcome | 'ready';

/** How a line of a list ends up, in the order in which a chair reads the totals. */
export type UnitListStatus = (typeof unitListStatuses)[number];

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

/**
 * Whether `unitListTransitions` knows the step. Source: domain.md §6.5.
 */
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

/** What reading a list left out or took out, by what it was; stored with the counts of the draft. */
export type ListNotes = Partial<
  Record<'hiddenRows' | 'hiddenColumns' | 'hiddenSheets' | 'cleaned', number>
>;

/**
 * The notes of a reading, only those that say something.
 * @param hidden what a workbook had hidden; null for what was pasted
 * @param cleaned lines that lost an invisible mark
 */
export function notesOf(
  hidden: { rows: number; columns: number; sheets: number } | null,
  cleaned: number,
): ListNotes {
  const all = {
    hiddenRows: hidden?.rows ?? 0,
    hiddenColumns: hidden?.columns ?? 0,
    hiddenSheets: hidden?.sheets ?? 0,
    cleaned,
  };
  return Object.fromEntries(Object.entries(all).filter(([, n]) => n > 0));
}

/** The notes among the stored counts. */
export const notesIn = (counts: Readonly<Record<string, number>>): ListNotes => {
  const { hiddenRows, hiddenColumns, hiddenSheets, cleaned } = counts as ListNotes;
  return { hiddenRows, hiddenColumns, hiddenSheets, cleaned };
};

/** What a chair can put right in the line itself. */
const fixable: readonly LookedOutcome[] = [
  'invalid',
  'not_in_unit',
  'duplicate',
  'invited',
  'ineligible',
];
/** Whether a line of this outcome is shown as a field of its own. */
export const isFixable = (outcome: LookedOutcome): boolean => fixable.includes(outcome);

/** Says what `notesOf` counted; null when nothing was left out. */
export function noteWords(counts: Readonly<Record<string, number>>): string | null {
  const { hiddenRows, hiddenColumns, hiddenSheets, cleaned } = notesIn(counts);
  const left = [
    hiddenRows && `${hiddenRows} 行隐藏行`,
    hiddenColumns && `${hiddenColumns} 列隐藏列`,
    hiddenSheets && `${hiddenSheets} 张隐藏的工作表`,
  ].filter(Boolean);
  const words = [
    left.length > 0 && `表格里含 ${left.join('、')}，没有读入。要报这些人，请取消隐藏后重新上传。`,
    cleaned && `有 ${cleaned} 行去掉了看不见的符号。`,
  ].filter(Boolean);
  return words.length > 0 ? words.join('') : null;
}
