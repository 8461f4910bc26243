import type { bulkDecisions, bulkStatuses, caseKinds } from '@/db/schema/enums';

type Kind = (typeof caseKinds)[number];
type Decision = (typeof bulkDecisions)[number];
type Status = (typeof bulkStatuses)[number];

interface Row {
  readonly status: string;
  readonly own: boolean;
  readonly entered: boolean;
  readonly duplicate: boolean;
}

export type BulkBlock = 'settled' | 'own_case' | 'entered_by_you' | 'duplicate_member';

/**
 * Why a selected case cannot be approved together with the others, or null; shown before anything is done.
 * Source: domain.md §1.4, §4.3.
 */
export function whyNotInBulk(row: Row): BulkBlock | null {
  if (!['submitted', 'in_review', 'pending'].includes(row.status)) return 'settled';
  if (row.own) return 'own_case';
  if (row.entered) return 'entered_by_you';
  return row.duplicate ? 'duplicate_member' : null;
}

/** How many rows are blocked, by reason, each reason once; people or cases, not days. */
export function countBlocked(rows: readonly Row[]): { reason: BulkBlock; n: number }[] {
  const counts = new Map<BulkBlock, number>();
  for (const row of rows) {
    const reason = whyNotInBulk(row);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, n]) => ({ reason, n }));
}

/** What a run may become. `docs/domain.md` shows the same table and a test compares them. */
export const bulkTransitions = {
  prepared: ['running'],
  running: ['done', 'stopped'],
  stopped: [],
  done: [],
} as const satisfies Record<Status, readonly Status[]>;

export const bulkStatusLabels: Record<Status, string> = {
  prepared: '没有开始',
  running: '正在办',
  stopped: '已停下',
  done: '已办完',
};

export const bulkKindLabels: Record<Kind, string> = {
  applications: '入会申请',
  bookings: '预约报名',
};

/** What a run does, as its button and its list say it. */
export const bulkDecisionLabels: Record<Decision, string> = {
  approve: '通过',
  send_back: '退回补正',
  refuse: '不予通过',
};

const outcomes: Record<string, string> = {
  approved: '已通过',
  passed_on: '已同意，转上级确认',
  sent_back: '已退回',
  rejected: '未通过',
};

interface Outcome {
  readonly decision: string | null;
  readonly reason: string | null;
  readonly detail: Record<string, string | number> | null;
}

/** What became of one row, in words; null while it waits. `words` say the reasons. */
export function outcomeText(row: Outcome, words: Readonly<Record<string, string>>): string | null {
  if (row.decision) return outcomes[row.decision] ?? row.decision;
  if (!row.reason) return null;
  const { who, when, what } = row.detail ?? {};
  if (who && when) return `没有办：已由 ${who} 于 ${when} ${what ?? '办理'}`;
  return `没有办：${words[row.reason] ?? '请单独打开核对'}`;
}
