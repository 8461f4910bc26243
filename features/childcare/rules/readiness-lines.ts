import { checklistItems } from '@/db/schema/enums';
import { formatDay } from '@/lib/dates';
import {
  type ChecklistItem,
  type CheckState,
  carriesOver,
  checklistWords,
  gapWords,
  type ReadinessGap,
} from './readiness';

export interface ReadinessLine {
  readonly outcome: 'pass' | 'warn' | 'fail';
  readonly text: string;
}

interface Readiness {
  readonly gaps: readonly ReadinessGap[];
  readonly staff: readonly {
    readonly name: string;
    readonly state: CheckState;
    readonly validUntil: string | null;
  }[];
  readonly checklist: readonly { readonly item: ChecklistItem }[];
  readonly today: string;
}

const counts = (state: CheckState) => state === 'valid' || state === 'ending';

/**
 * What is settled before a class opens: first what keeps it shut, then whose check ends within thirty days
 * (未成年人保护法 62: every year), then what is there.
 */
export function readinessLines({ gaps, staff, checklist, today }: Readiness): ReadinessLine[] {
  const blocked = gapWords(gaps).map((text) => ({
    outcome: 'fail' as const,
    text: `${text}，不能开班`,
  }));
  const warned = staff
    .filter(({ state }) => state === 'ending')
    .map(({ name, validUntil }) => ({
      outcome: 'warn' as const,
      text: `${name}的查询 ${formatDay(validUntil ?? today, today)}到期，请提前重查`,
    }));
  const done = checklistItems.filter((item) => checklist.some((row) => row.item === item));
  const good: ReadinessLine[] = [];
  if (staff.length > 0 && staff.every(({ state }) => counts(state))) {
    good.push({ outcome: 'pass', text: `${staff.length} 人都有有效的犯罪记录查询` });
  }
  if (done.length > 0) {
    const labels = done.map((item) => checklistWords[item].label);
    good.push({ outcome: 'pass', text: `${labels.join('、')}已登记` });
  }
  return [...blocked, ...warned, ...good];
}

/** What the officer reads of a check before taking somebody over from the class before. */
export const takenCheckWords = (state: CheckState): string =>
  counts(state) ? '查询有效' : '查询要重新录入';

/** What may be taken over of the class before: who is not here yet, and what was checked and is not ticked here. */
export function takeOver<S extends { here: boolean }, I extends { item: ChecklistItem }>(
  before: { readonly staff: readonly S[]; readonly items: readonly I[] },
  checklist: readonly { readonly item: ChecklistItem }[],
): { staff: S[]; items: I[] } {
  const done = new Set(checklist.map(({ item }) => item));
  return {
    staff: before.staff.filter(({ here }) => !here),
    items: before.items.filter(({ item }) => carriesOver(item) && !done.has(item)),
  };
}
