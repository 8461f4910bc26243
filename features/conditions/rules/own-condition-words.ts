import { ownConditions, type StoredConditions } from '@/features/eligibility/rules/own-conditions';
import type { Kind } from '@/features/offerings/schema/offering';
import { sessionConditionRows } from './condition-words';

/** 这个班只收：孩子秋季读二至三年级, for whoever chooses a session; null when it asks nothing of its own. */
export function ownConditionWords(stored: StoredConditions | null, kind: Kind): string | null {
  const own = ownConditions(stored);
  if (!own) return null;
  const names = { towns: stored?.towns ?? [], trades: stored?.trades ?? [] };
  const words = sessionConditionRows(own.rules, kind, names).map((row) => row.words);
  if (words.length === 0) return null;
  return `${kind === 'childcare' ? '这个班' : '这一场'}只收：${words.join('，')}`;
}
