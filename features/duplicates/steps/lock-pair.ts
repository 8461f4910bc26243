import 'server-only';
import { and, eq, ne, or } from 'drizzle-orm';
import { duplicatePairs } from '@/db/schema/duplicates';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { within } from '@/lib/transaction';
import { canMergeRecords } from '../policy';

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

/** Throws Forbidden unless the officer has the right at the unions of both records. */
export async function authorizeBoth(tx: Ctx, organisationIds: readonly string[]): Promise<void> {
  for (const id of organisationIds)
    authorize(canMergeRecords(tx.actor, await organisationPath(tx, id)));
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
