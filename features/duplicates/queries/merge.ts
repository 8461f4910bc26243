import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { recordMerges } from '@/db/schema/duplicates';
import { accounts } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read, within } from '@/lib/transaction';
import { canMergeRecords } from '../policy';
import type { Follows } from './pair';
import { undoObstacle } from './undo-obstacle';

interface Moved extends Record<string, unknown> {
  readonly label: string;
  readonly moved: number;
  readonly stayed: number;
  readonly lost: number;
}

/**
 * A merge as it was done: what followed, what had to stay, what has come since, and whether it can be taken back.
 * Throws NotFound for a merge outside the officer's unions.
 */
export async function getMerge(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('merge');
  return read(ctx, async (tx) => {
    const [merge] = await tx.db.select().from(recordMerges).where(eq(recordMerges.id, id));
    if (!merge) throw new NotFound('merge');
    authorize(canMergeRecords(tx.actor, await organisationPath(tx, merge.organisationId)));
    return within(tx, asSystem(tx), async (systemTx) => {
      const rows = await systemTx.db.execute<Moved>(sql`
        select k.label, count(*) filter (where not r.stayed)::int as moved,
          count(*) filter (where r.stayed)::int as stayed, count(*) filter (where r.returned = false)::int as lost
        from merged_rows r join merge_keys k on k.kind = r.kind and k.table_name = r.table_name
          and k.column_name = r.column_name
        where r.merge_id = ${id}::uuid and k.label is not null group by 1 order by 1`);
      const since = await systemTx.db.execute<{ label: string; rows: number }>(
        sql`select label, rows from count_rows_since(${id}::uuid)`,
      );
      const [named] = await systemTx.db.execute<{ name: string | null }>(
        merge.kind === 'person'
          ? sql`select name from people where id = ${merge.survivorId}::uuid`
          : sql`select name from employers where id = ${merge.survivorId}::uuid`,
      );
      const nameOf = async (account: string | null) =>
        account === null
          ? null
          : ((
              await systemTx.db
                .select({ name: accounts.displayName })
                .from(accounts)
                .where(eq(accounts.id, account))
            )[0]?.name ?? null);
      return {
        ...{
          id,
          kind: merge.kind,
          survivorId: merge.survivorId,
          name: named?.name ?? '（没有姓名）',
        },
        ...{ reason: merge.reason, mergedAt: merge.mergedAt, undoneAt: merge.undoneAt },
        ...{ undoReason: merge.undoReason, notUndone: merge.notUndone ?? [] },
        by: await nameOf(merge.mergedBy),
        undoneBy: await nameOf(merge.undoneBy),
        moved: [...rows],
        since: since.map(({ label, rows: n }): Follows => ({ label, rows: n })),
        obstacle: merge.undoneAt ? null : await undoObstacle(systemTx, merge),
      };
    });
  });
}
export type MergeView = Awaited<ReturnType<typeof getMerge>>;
