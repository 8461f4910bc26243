import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { draws } from '@/db/schema/draws';
import { offerings } from '@/db/schema/offerings';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { canManageOfferings } from '@/features/offerings/policy';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { newlyOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { allocationErrors, changesEntering } from '../rules/settings';
import type { ChangeAllocationInput } from '../schema/change-allocation';

type AllocationRefusal = 'over' | 'changed_meanwhile' | 'invalid' | 'entries_exist';

/** Whether somebody has booked or entered, or a draw was announced, by the terms as they are. */
async function isRelied(tx: Ctx, offeringId: string): Promise<boolean> {
  const [booked, announced] = await Promise.all([
    tx.db
      .select({ id: bookings.id })
      .from(bookings)
      .where(
        and(eq(bookings.offeringId, offeringId), inArray(bookings.status, openBookingStatuses)),
      )
      .limit(1),
    tx.db.select({ id: draws.id }).from(draws).where(eq(draws.offeringId, offeringId)).limit(1),
  ]);
  return booked.length + announced.length > 0;
}

/**
 * Changes how places are given out: first come, with or without equal minutes, by draw, by priority,
 * or by the unions' lists. Refused once anybody has booked or entered, since they came by the old way;
 * a wrong day, too many minutes and repeating tiers are said at their fields.
 * Refuses `over` for a finished or cancelled offering; `changed_meanwhile` when the page is older
 * than the offering; `entries_exist` once anybody has booked or a draw is announced; `invalid` with
 * words for the fields.
 */
export async function changeAllocation(
  ctx: Ctx,
  input: ChangeAllocationInput,
): Promise<Result<{ offeringId: string }, AllocationRefusal>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string }, AllocationRefusal>> => {
      const { offeringId, version, allocation } = input;
      const { offering, path } = await lockOffering(tx, offeringId);
      authorize(canManageOfferings[offering.kind](tx.actor, path));
      if (offering.status === 'finished' || offering.status === 'cancelled') return refuse('over');
      if (offering.version !== version)
        return refuse('changed_meanwhile', { detail: { fields: '' } });
      const terms = allocationTerms.parse(offering.allocationTerms);
      const before = { allocation: offering.allocation, terms };
      if (changesEntering(before, input) && (await isRelied(tx, offeringId))) {
        return refuse('entries_exist');
      }
      const dated = await readDated(tx, offering);
      const after = { ...dated, allocation, terms: { ...terms, ...input.terms } };
      const around = { ...offering, firstStartsAt: dated.sessions[0]?.startsAt ?? null };
      const gaps = newlyOutOfOrder(dated, after, tx.now).map((gap) => [gap.at, gap.text] as const);
      const wrong = changesEntering(before, input) ? allocationErrors(input, around, tx.now) : {};
      const fieldErrors = { ...Object.fromEntries(gaps), ...wrong };
      if (Object.keys(fieldErrors).length > 0) return refuse('invalid', { fieldErrors });
      await tx.db
        .update(offerings)
        .set({
          allocation,
          allocationTerms: { ...terms, ...input.terms },
          version: version + 1,
          updatedAt: sql`now()`,
        })
        .where(eq(offerings.id, offeringId));
      await recordAudit(tx, {
        action: 'change_allocation',
        entityType: 'offering',
        entityId: offeringId,
        organisationId: offering.organisationId,
        before: { allocation: offering.allocation, ...terms },
        after: { allocation, ...input.terms },
      });
      return ok({ offeringId });
    },
  );
}
