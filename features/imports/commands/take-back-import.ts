import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { importRows, imports } from '@/db/schema/imports';
import { system } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { read, transaction } from '@/lib/transaction';
import { bookWorks } from '../steps/book-works';
import { inParts, PART } from '../steps/in-parts';
import { lockWorking } from '../steps/lock-import';
import type { WrittenStored } from '../steps/stored-row';

interface Outcome {
  readonly id: string;
  readonly state: 'taken_back' | 'stayed' | 'failed';
  readonly reason: string | null;
}

/** The last first: what was written later may lean on what was before it. */
const nextRows = (ctx: Ctx, importId: string) =>
  read(ctx, (tx) =>
    tx.db
      .select({ id: importRows.id, made: importRows.made, detailsSealed: importRows.detailsSealed })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.state, 'written')))
      .orderBy(desc(importRows.position))
      .limit(PART),
  );

const store = (tx: Ctx, importId: string, outcomes: readonly Outcome[]) =>
  tx.db.execute(sql`
    update import_rows r set state = o.state, reason = o.reason
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(id uuid, state text, reason text)
    where r.id = o.id and r.import_id = ${importId}::uuid and r.state = 'written'`);

/** One part: gone and said in one transaction, or neither. */
async function takePart(ctx: Ctx, importId: string, part: readonly WrittenStored[]) {
  await transaction(ctx, async (tx) => {
    const row = await lockWorking(tx, importId, 'taking_back');
    if (!row) return;
    await store(tx, importId, await bookWorks[row.book].takeBack(tx, part));
    await tx.db
      .update(imports)
      .set({ workedAt: sql`clock_timestamp()` })
      .where(eq(imports.id, importId));
  });
  return [];
}

async function fail(ctx: Ctx, importId: string, { id }: WrittenStored) {
  await transaction(ctx, (tx) => store(tx, importId, [{ id, state: 'failed', reason: 'failed' }]));
  return [];
}

async function finish(ctx: Ctx, importId: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const row = await lockWorking(tx, importId, 'taking_back');
    if (!row) return;
    await tx.db
      .update(imports)
      .set({ status: 'taken_back', takenBackAt: tx.now })
      .where(eq(imports.id, importId));
    const states = await tx.db.execute<{ state: string; n: number }>(sql`
      select state, count(*)::int as n from import_rows where import_id = ${importId}::uuid group by state`);
    await recordAudit(tx, {
      action: 'finish_taking_back',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
      after: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    });
  });
}

/**
 * Takes back an import whose undo was begun, part by part, into three lists: taken back, stayed with the reason,
 * failed with the reason. May be called again at any time: it goes on where it was.
 * @open the job itself; whoever began it was authorised
 */
export async function takeBackImport(importId: string): Promise<void> {
  const ctx = makeCtx(system());
  for (;;) {
    const part = await nextRows(ctx, importId);
    if (part.length === 0) break;
    await inParts(
      part,
      (rows) => takePart(ctx, importId, rows),
      (one) => fail(ctx, importId, one),
    );
    const going = await transaction(ctx, (tx) => lockWorking(tx, importId, 'taking_back'));
    if (!going) return;
  }
  await finish(ctx, importId);
}
