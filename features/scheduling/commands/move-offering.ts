import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { canMoveOffering, type OfferingStatus } from '@/features/offerings/rules/offering';
import { lockOffering, type OfferingRow } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { MoveOfferingInput } from '../schema/manage-offering';

interface Move<R extends string> {
  readonly to: OfferingStatus;
  /** verb-noun, for the audit. */
  readonly action: string;
  /** What else must be true, looked at under the lock. */
  readonly unless?: (tx: Ctx, offering: OfferingRow) => Promise<Refusal<R> | null>;
  readonly patch?: (tx: Ctx) => Partial<OfferingRow>;
  readonly reason?: string;
}

export type MoveOfferingRefusal = 'changed_meanwhile' | 'cannot_move';

/**
 * Moves an offering along `offeringTransitions`, as the officer saw it: another officer's change in
 * between is told, not overwritten.
 * Refuses `cannot_move` where the transitions do not lead there; `changed_meanwhile` when the page
 * is older than the offering.
 */
export async function moveOffering<R extends string>(
  ctx: Ctx,
  { offeringId, version }: MoveOfferingInput,
  move: Move<R>,
): Promise<Result<{ offeringId: string }, MoveOfferingRefusal | R>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string }, MoveOfferingRefusal | R>> => {
      const { offering, path } = await lockOffering(tx, offeringId);
      authorize(canManageOfferings[offering.kind](tx.actor, path));
      if (!canMoveOffering(offering.status, move.to)) return refuse('cannot_move');
      if (offering.version !== version) return refuse('changed_meanwhile');
      const stop = await move.unless?.(tx, offering);
      if (stop) return stop;
      await tx.db
        .update(offerings)
        .set({
          ...move.patch?.(tx),
          status: move.to,
          version: version + 1,
          updatedAt: sql`now()`,
        })
        .where(and(eq(offerings.id, offeringId), eq(offerings.version, version)));
      await recordAudit(tx, {
        action: move.action,
        entityType: 'offering',
        entityId: offeringId,
        organisationId: offering.organisationId,
        before: { status: offering.status },
        after: { status: move.to },
        reason: move.reason,
      });
      return ok({ offeringId });
    },
  );
}
