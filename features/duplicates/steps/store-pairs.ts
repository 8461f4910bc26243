import 'server-only';
import { sql } from 'drizzle-orm';
import type { ClausePoints } from '@/db/schema/duplicates';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';

/** A pair that was found worth looking at. */
export interface FoundPair {
  readonly a: { readonly id: string; readonly organisationId: string };
  readonly b: { readonly id: string; readonly organisationId: string };
  readonly points: number;
  readonly clauses: readonly ClausePoints[];
  readonly stamp: string;
}

const atOnce = 1000;

/**
 * Stores what a search found. A pair said to be two stays so while neither record says anything else; a pair
 * still open that was not found again is gone, since one of the two was put right. As the system.
 * @param whole whether `found` is all there is
 * @returns how many pairs are open now
 */
export async function storePairs(
  systemTx: Ctx,
  kind: 'person' | 'employer',
  found: readonly FoundPair[],
  { whole }: { whole: boolean } = { whole: true },
): Promise<number> {
  for (let from = 0; from < found.length; from += atOnce) {
    const rows = found.slice(from, from + atOnce).map(({ a, b, points, clauses, stamp }) => ({
      ...{ id: newId(), a_id: a.id, b_id: b.id, points, clauses, stamp },
      ...{ a_at: a.organisationId, b_at: b.organisationId },
    }));
    await systemTx.db.execute(sql`
      insert into duplicate_pairs (id, kind, a_id, b_id, organisation_id, points, clauses, stamp, found_at)
      select r.id, ${kind}, r.a_id, r.b_id,
        (select x.ancestor_id from organisation_closure x join organisation_closure y using (ancestor_id)
          where x.descendant_id = r.a_at and y.descendant_id = r.b_at order by x.depth limit 1),
        r.points, r.clauses, r.stamp, ${systemTx.now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, a_id uuid, b_id uuid, a_at uuid,
        b_at uuid, points int, clauses jsonb, stamp text)
      on conflict (a_id, b_id) do update set organisation_id = excluded.organisation_id,
        points = excluded.points, clauses = excluded.clauses, found_at = excluded.found_at,
        stamp = excluded.stamp,
        status = case when duplicate_pairs.status = 'different' and duplicate_pairs.stamp = excluded.stamp
          then 'different' else 'open' end,
        reason = case when duplicate_pairs.status = 'different' and duplicate_pairs.stamp = excluded.stamp
          then duplicate_pairs.reason end`);
  }
  // What an officer named stays until it is answered.
  if (whole)
    await systemTx.db.execute(sql`
      delete from duplicate_pairs where kind = ${kind} and status = 'open'
        and found_at < ${systemTx.now.toISOString()}::timestamptz
        and not clauses @> '[{"clause": "chosen"}]'`);
  const [row] = await systemTx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from duplicate_pairs where kind = ${kind} and status = 'open'`,
  );
  return row?.n ?? 0;
}
