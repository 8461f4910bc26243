import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { ChangeWaitlistInput } from '../schema/offers';
import { reallocateSession } from './reallocate-idle-places';

/**
 * Changes how freed places reach the queue: asked first or at once, the deadline, or paused. Offers
 * that are out keep the deadline they were made with; what is free once it goes on is passed on.
 * Refuses `over` for a finished or cancelled offering; `changed_meanwhile` when the page is older
 * than the offering.
 */
export async function changeWaitlist(
  ctx: Ctx,
  input: ChangeWaitlistInput,
): Promise<Result<{ offeringId: string }, 'changed_meanwhile' | 'over'>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string }, 'changed_meanwhile' | 'over'>> => {
      const { offeringId, version, ...wanted } = input;
      const { offering, path } = await lockOffering(tx, offeringId);
      authorize(canManageOfferings[offering.kind](tx.actor, path));
      if (offering.status === 'finished' || offering.status === 'cancelled') return refuse('over');
      if (offering.version !== version) return refuse('changed_meanwhile');
      const terms = allocationTerms.parse(offering.allocationTerms);
      const waitlist = { ...terms.waitlist, ...wanted };
      await tx.db
        .update(offerings)
        .set({
          allocationTerms: { ...terms, waitlist },
          version: version + 1,
          updatedAt: sql`now()`,
        })
        .where(eq(offerings.id, offeringId));
      await recordAudit(tx, {
        action: 'change_waitlist',
        entityType: 'offering',
        entityId: offeringId,
        organisationId: offering.organisationId,
        before: terms.waitlist,
        after: waitlist,
      });
      const sessions = await listSessionsOf(tx, offeringId);
      // Capacity rows in order of session id: whoever locks several takes them in this order.
      const ids = sessions.filter((s) => s.startsAt > tx.now).map((s) => s.id);
      for (const id of ids.sort()) await reallocateSession(tx, id);
      return ok({ offeringId });
    },
  );
}
