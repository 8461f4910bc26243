import 'server-only';
import { sql } from 'drizzle-orm';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { bySystem } from '@/lib/transaction';
import { canSuperviseLedger } from '../policy';

export interface ChainReport {
  entries: number;
  /** Where a chain does not fit: a changed line, a missing one, or a lost end. */
  broken: { shard: number; id: string | null; problem: 'changed' | 'gap' | 'tail' }[];
}

/**
 * Walks the sixteen chains of the ledger from the first line and computes every hash again.
 * @returns how many lines were checked, and the first line of each chain that does not fit
 */
export async function checkChain(ctx: Ctx): Promise<ChainReport> {
  authorize(canSuperviseLedger.anywhere(ctx.actor));
  return bySystem(ctx, async ({ db }) => {
    const [count] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from audit_entries`,
    );
    const broken = await db.execute<ChainReport['broken'][number]>(
      sql`select shard, id::text, problem from broken_audit_entries()`,
    );
    return { entries: count?.n ?? 0, broken: [...broken] };
  });
}
