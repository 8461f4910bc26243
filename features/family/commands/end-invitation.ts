import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { guardians } from '@/db/schema/family';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isGuardian } from '../policy';
import type { endInvitationInput } from '../schema/family';
import { guardedChild } from '../steps/guarded-child';

/**
 * Takes an invitation back before it is confirmed. Throws NotFound for one that is not of the actor's
 * family.
 * Refuses `invitation_over` when it was confirmed or ended before.
 */
export async function endInvitation(
  ctx: Ctx,
  input: z.output<typeof endInvitationInput>,
): Promise<Result<{ childId: string }, 'invitation_over'>> {
  return transaction(ctx, async (tx) => {
    const [seen] = await tx.db
      .select({ childId: guardians.childId })
      .from(guardians)
      .where(eq(guardians.id, input.invitationId));
    if (!seen) throw new NotFound('invitation');
    const { guardianPersonIds } = await guardedChild(tx, seen.childId);
    authorize(isGuardian(tx.actor, guardianPersonIds));
    const ended = await tx.db
      .update(guardians)
      .set({ status: 'ended', endedAt: tx.now })
      .where(and(eq(guardians.id, input.invitationId), eq(guardians.status, 'invited')))
      .returning({ id: guardians.id });
    if (ended.length === 0) return refuse('invitation_over');
    await recordAudit(tx, {
      action: 'end_invitation',
      entityType: 'child',
      entityId: seen.childId,
    });
    return ok(seen);
  });
}
