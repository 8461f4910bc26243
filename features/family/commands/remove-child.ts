import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { children, guardians } from '@/db/schema/family';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isGuardian } from '../policy';
import { leavingRemovesChild } from '../rules/children';
import type { removeChildInput } from '../schema/family';
import { guardedChild } from '../steps/guarded-child';

/** Bookings that still lie ahead keep a child in the family until they are cancelled. */
async function hasBookingsAhead(tx: Ctx, childId: string): Promise<boolean> {
  const [row] = await tx.db.execute<{ ahead: boolean }>(sql`select exists (
    select 1 from bookings b join offering_sessions s on s.id = b.session_id
    where b.child_id = ${childId}::uuid and s.ends_at > now()
      and b.status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted')) as ahead`);
  return row?.ahead === true;
}

/**
 * Ends the actor's own guardianship here; with the last guardian the child leaves the portal too.
 * Refuses `has_bookings` for the last guardian while the child has bookings ahead.
 */
export async function removeChild(
  ctx: Ctx,
  input: z.output<typeof removeChildInput>,
): Promise<Result<{ removed: boolean }, 'has_bookings'>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    const found = await guardedChild(tx, input.childId);
    authorize(isGuardian(actor, found.guardianPersonIds) && actor.kind === 'account');
    const last = leavingRemovesChild(found.guardians.length);
    if (last && (await hasBookingsAhead(tx, input.childId))) return refuse('has_bookings');
    // The child first: afterwards the row is no longer this person's to write.
    if (last) {
      await tx.db
        .update(guardians)
        .set({ status: 'ended', endedAt: tx.now })
        .where(and(eq(guardians.childId, input.childId), eq(guardians.status, 'invited')));
      await tx.db.update(children).set({ removedAt: tx.now }).where(eq(children.id, input.childId));
    }
    await tx.db
      .update(guardians)
      .set({ status: 'ended', endedAt: tx.now })
      .where(
        and(
          eq(guardians.childId, input.childId),
          eq(guardians.accountId, actor.accountId),
          eq(guardians.status, 'confirmed'),
        ),
      );
    await recordAudit(tx, {
      action: last ? 'remove_child' : 'leave_child',
      entityType: 'child',
      entityId: input.childId,
    });
    return ok({ removed: last });
  });
}
