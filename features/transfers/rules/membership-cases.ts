import type { membershipCaseKinds, membershipCaseStatuses } from '@/db/schema/enums';
import { addDays } from '@/lib/dates';

export type MembershipCaseKind = (typeof membershipCaseKinds)[number];
export type CaseStatus = (typeof membershipCaseStatuses)[number];

/** 自动退会 and 除名 (domain.md §6.21). */
export const membershipCaseTransitions = {
  open: ['carried_out', 'dropped'],
  carried_out: [],
  dropped: [],
} as const satisfies Record<CaseStatus, readonly CaseStatus[]>;

export const membershipCaseLabels: Record<CaseStatus, string> = {
  open: '在办',
  carried_out: '已办理',
  dropped: '不办了',
};

export const caseKindLabels: Record<MembershipCaseKind, string> = {
  lapse: '自动退会',
  expel: '除名',
};

interface Warned {
  readonly warnings: readonly { readonly on: string }[];
}

/**
 * From which day on (YYYY-MM-DD) a lapse may be carried out: so many days after the last of so many warnings; null while there are
 * too few. It is only proposed then, a person decides. Source: domain.md §1.5, 会籍管理办法 of 2016.
 */
export function lapseReadyOn(
  { warnings }: Warned,
  { needed, days }: { needed: number; days: number },
): string | null {
  if (warnings.length < needed) return null;
  const last = warnings
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return last ? addDays(last, days) : null;
}
