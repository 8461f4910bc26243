import { formatDay } from '@/lib/dates';

interface OpenCase {
  readonly kind: 'lapse' | 'expel';
  /** The day from which it may be decided, YYYY-MM-DD; null until there were warnings enough, and for 除名. */
  readonly readyOn: string | null;
  readonly warnings: readonly unknown[];
}

/** How an open case of 自动退会 or 除名 stands, for its list. Source: domain.md §1.5. */
export function caseState({ kind, readyOn, warnings }: OpenCase, today: string): string {
  if (kind === 'expel') return '等上级来定';
  if (readyOn === null) return `教育了 ${warnings.length} 次`;
  return readyOn <= today ? '可以提出来定' : `${formatDay(readyOn, today)}起可以定`;
}
