import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem, type Ctx } from '@/lib/ctx';
import { within } from '@/lib/transaction';
import type { ImportRow } from './lock-import';

/**
 * The union whose book is being written, or taken back, at this moment, where it is this one, lies below or above
 * it; null where none is. Another book does not stand in its way: it writes other rows. Two that ask at once wait for each other.
 */
export async function otherRunning(
  tx: Ctx,
  { organisationId, book }: Pick<ImportRow, 'organisationId' | 'book'>,
): Promise<string | null> {
  return within(tx, asSystem(tx), async (systemTx) => {
    await systemTx.db.execute(sql`select pg_advisory_xact_lock(hashtext('imports'))`);
    const [row] = await systemTx.db.execute<{ name: string }>(sql`
      select o.short_name as name from imports i join organisations o on o.id = i.organisation_id
      where i.status in ('writing', 'taking_back') and i.book = ${book} and exists (select 1 from organisation_closure c
        where (c.ancestor_id = i.organisation_id and c.descendant_id = ${organisationId}::uuid)
          or (c.descendant_id = i.organisation_id and c.ancestor_id = ${organisationId}::uuid))
      limit 1`);
    return row?.name ?? null;
  });
}
