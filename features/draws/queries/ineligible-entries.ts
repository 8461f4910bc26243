import 'server-only';
import { sql } from 'drizzle-orm';
import { gatherFactsOfList } from '@/features/eligibility/queries/facts-of-list';
import {
  ineligibleWords,
  orphaned,
  recheckEligibility,
} from '@/features/eligibility/rules/ineligibility';
import { runningFamilies } from '@/features/eligibility/rules/running-families';
import type { Ctx } from '@/lib/ctx';

/** An entry that may not have a place any more. */
export interface IneligibleEntry {
  readonly id: string;
  readonly entryNo: number;
  /** For the ledger, which must not hold names. */
  readonly rule: string;
  /** For the person. */
  readonly words: string;
}

interface Entry extends Record<string, unknown> {
  id: string;
  entryNo: number;
  personId: string;
  childId: string | null;
}

/**
 * Every entry of a session judged once more by the rules that judged it on entering, on facts as of
 * now: the conditions may have been changed since, or the person may have moved. Town and unit places
 * are left aside, a draw has its 预留名额.
 * @open read as the system
 * @param only these entry numbers, the winners in drawn order: of one family the first ones count; absent means all
 */
export async function listIneligibleEntries(
  systemTx: Ctx,
  { id: sessionId, offeringId }: { id: string; offeringId: string },
  only?: readonly number[],
): Promise<IneligibleEntry[]> {
  const rows = await systemTx.db.execute<Entry>(sql`
    select b.id, b.entry_no as "entryNo", b.person_id as "personId", b.child_id as "childId"
    from bookings b where b.session_id = ${sessionId} and b.status = 'entered'
      and (${only === undefined} or b.entry_no = any (${`{${(only ?? []).join(',')}}`}::int[]))
    order by b.entry_no`);
  const rank = new Map(only?.map((no, at) => [no, at]));
  const ordered = rows.toSorted((a, b) => (rank.get(a.entryNo) ?? 0) - (rank.get(b.entryNo) ?? 0));
  const gathered = await gatherFactsOfList(systemTx, { offeringId, sessionId }, ordered);
  const families = runningFamilies();
  return ordered.flatMap(({ id, entryNo, personId, childId }, at) => {
    const facts = gathered[at]?.facts;
    if (!facts) return [{ id, entryNo, ...orphaned }];
    const { failed } = recheckEligibility(families.after(facts), id);
    if (!failed || failed.rule === 'quota') {
      if (only) families.take(childId ?? personId);
      return [];
    }
    return [{ id, entryNo, rule: failed.rule, words: ineligibleWords(failed) }];
  });
}
