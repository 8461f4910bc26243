import 'server-only';
import { and, eq, ne, or } from 'drizzle-orm';
import { duplicatePairs } from '@/db/schema/duplicates';
import { accountOf } from '@/lib/actor';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { within } from '@/lib/transaction';

/**
 * A pair that an officer works on, locked. Throws NotFound for one outside their unions, or of another kind.
 * @returns the pair, whatever its state
 */
export async function lockPair(tx: Ctx, pairId: string, kind: 'person' | 'employer') {
  const [pair] = await tx.db
    .select()
    .from(duplicatePairs)
    .where(eq(duplicatePairs.id, pairId))
    .for('update');
  if (pair?.kind !== kind) throw new NotFound('pair');
  return pair;
}

/** Says what became of a pair; every other pair of the record that stands no more goes with it. */
export async function closePair(tx: Ctx, pairId: string, loserId: string): Promise<void> {
  await within(tx, asSystem(tx), async (systemTx) => {
    await systemTx.db
      .update(duplicatePairs)
      .set({ status: 'merged', decidedBy: accountOf(tx.actor), decidedAt: tx.now, reason: null })
      .where(eq(duplicatePairs.id, pairId));
    await systemTx.db
      .delete(duplicatePairs)
      .where(
        and(
          ne(duplicatePairs.id, pairId),
          or(eq(duplicatePairs.aId, loserId), eq(duplicatePairs.bId, loserId)),
        ),
      );
  });
}
