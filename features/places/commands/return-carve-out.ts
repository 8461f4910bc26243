import 'server-only';
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { carveOuts } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { ok, type Result } from '@/lib/result';
import { read, transaction } from '@/lib/transaction';
import { reservedBy, releaseCarveOut as returned } from '../rules/availability';
import type { ReturnCarveOutInput } from '../schema/carve-outs';
import { allocateFreedPlaces } from '../steps/allocate-freed-places';
import { lockAvailability } from '../steps/lock-places';

async function sessionOf(tx: Ctx, carveOutId: string): Promise<string> {
  const [row] = await tx.db
    .select({ sessionId: carveOuts.sessionId })
    .from(carveOuts)
    .where(eq(carveOuts.id, carveOutId));
  if (!row) throw new NotFound('carve-out');
  return row.sessionId;
}

/** Unused places flow back under the lock and go to the queue at once; a second time changes nothing. */
async function releaseUnused(tx: Ctx, carveOutId: string, organisationId: string | null) {
  const sessionId = await sessionOf(tx, carveOutId);
  const stock = await lockAvailability(tx, sessionId);
  const gone = stock?.carveOuts.find((c) => c.id === carveOutId);
  if (!stock || !gone) throw new NotFound('carve-out');
  if (gone.returnedAt) return { sessionId, places: 0 };
  const places = reservedBy(gone);
  await allocateFreedPlaces(tx, sessionId, returned(stock, carveOutId, tx.now));
  await recordAudit(tx, {
    action: 'return_carve_out',
    entityType: 'offering_session',
    entityId: sessionId,
    ...(organisationId && { organisationId }),
    before: { label: gone.label, capacity: gone.capacity, taken: gone.taken },
    after: { returned: places },
  });
  return { sessionId, places };
}

/**
 * Gives the unused places of a carve-out back to everyone, by hand and before its time. Throws NotFound for
 * one that there is not, or of an offering that is not the officer's; one given back already frees none.
 */
export async function returnCarveOut(
  ctx: Ctx,
  { carveOutId }: ReturnCarveOutInput,
): Promise<Result<{ offeringId: string; sessionId: string; places: number }>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockSession(tx, await sessionOf(tx, carveOutId));
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    const done = await releaseUnused(tx, carveOutId, offering.organisationId);
    return ok({ offeringId: offering.id, ...done });
  });
}

/**
 * Carve-outs whose time has come flow back, each in a transaction of its own. One that is gone meanwhile
 * (NotFound) is counted as failed, and the others go on.
 * @open run by the clock, as the system
 */
export async function returnDueCarveOuts(ctx: Ctx): Promise<Swept> {
  const due = await read(asSystem(ctx), (tx) =>
    tx.db
      .select({ id: carveOuts.id })
      .from(carveOuts)
      .where(and(isNull(carveOuts.returnedAt), lte(carveOuts.returnsAt, tx.now)))
      .orderBy(asc(carveOuts.returnsAt)),
  );
  return sweep('tend_places', due, ({ id }) =>
    transaction(asSystem(ctx), (tx) => releaseUnused(tx, id, null)),
  );
}
