import 'server-only';
import { listAsTyped } from '@/db/schema/unit-lists';
import { blindIndex } from '@/lib/crypto/blind-index';
import { sealField } from '@/lib/crypto/field';
import type { EvaluatedRow } from '../queries/evaluate-unit-rows';
import { countOutcomes, type ListNotes } from '../rules/unit-list';
import { listContent } from '../rules/unit-rows';

/** What a draft keeps of its judged rows: sealed, with the numbers for its head. */
export function draftOf(id: string, evaluated: readonly EvaluatedRow[], notes: ListNotes) {
  const looked = evaluated.map((j) => ({ ...j.row, outcome: j.outcome, said: j.words }));
  const outcomes = evaluated.map((j) => ({ outcome: j.outcome ?? ('ready' as const) }));
  return {
    rowsSealed: sealField(JSON.stringify(looked), listAsTyped(id)),
    contentHash: blindIndex('unit_list', listContent(looked)),
    counts: { ...countOutcomes(outcomes), ...notes },
  };
}
