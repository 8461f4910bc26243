import 'server-only';
import { blindIndex } from '@/lib/crypto/blind-index';
import { sealField } from '@/lib/crypto/field';
import { unitListRows } from '@/lib/crypto/places';
import type { Judged } from '../queries/judge-unit-rows';
import { countOutcomes, type ListNotes } from '../rules/unit-list';
import { listContent } from '../rules/unit-rows';

/** What a draft keeps of its judged rows: sealed, with the numbers for its head. */
export function draftOf(id: string, judged: readonly Judged[], notes: ListNotes) {
  const looked = judged.map((j) => ({ ...j.row, outcome: j.outcome, said: j.words }));
  const outcomes = judged.map((j) => ({ outcome: j.outcome ?? ('ready' as const) }));
  return {
    rowsSealed: sealField(JSON.stringify(looked), unitListRows(id)),
    contentHash: blindIndex('unit_list', listContent(looked)),
    counts: { ...countOutcomes(outcomes), ...notes },
  };
}
