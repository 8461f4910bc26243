import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offerings } from '@/db/schema/offerings';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { canManageOfferings } from '@/features/offerings/policy';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { type DateGap, newlyOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import {
  auditedOffering,
  lockOffering,
  type OfferingRow,
} from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { changedFields } from '../rules/offering-form';
import type { ChangeOfferingInput, OfferingContent } from '../schema/manage-offering';

/** Fields without which people who see the offering could not book or ask. */
function emptied(offering: OfferingRow, content: OfferingContent): Record<string, string> {
  if (offering.status === 'draft') return {};
  const needed = {
    bookingOpensAt: '已发布，开始报名的时间不能空',
    bookingClosesAt: '已发布，截止报名的时间不能空',
    contactPhone: '已发布，咨询电话不能空',
  } as const;
  const names = Object.keys(needed) as (keyof typeof needed)[];
  return Object.fromEntries(names.flatMap((n) => (content[n] ? [] : [[n, needed[n]]])));
}

/** Dates elsewhere that a new window would put out of order, once people rely on them. */
async function disordered(
  tx: Ctx,
  offering: OfferingRow,
  { bookingOpensAt, bookingClosesAt }: OfferingContent,
): Promise<Record<string, string>> {
  if (offering.status === 'draft') return {};
  const before = await readDated(tx, offering);
  const gaps = newlyOutOfOrder(before, { ...before, bookingOpensAt, bookingClosesAt }, tx.now);
  const at = (gap: DateGap) => (gap.at === 'bookingOpensAt' ? gap.at : 'bookingClosesAt');
  return Object.fromEntries(gaps.map((gap) => [at(gap), gap.text]));
}

async function hasBookings(tx: Ctx, offeringId: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.offeringId, offeringId), inArray(bookings.status, openBookingStatuses)))
    .limit(1);
  return row !== undefined;
}

/**
 * Changes what an offering says; its conditions are change-rules' business. Guarded by the
 * version the officer saw: a second officer's change is told with what differs, and nothing typed is
 * lost (C19). The term is on every booking's index, so it stays once someone has booked. Throws NotFound
 * for an offering that there is not, or of another kind.
 * Refuses `over` for a finished or cancelled offering; `changed_meanwhile` with the `fields` that
 * differ; `invalid` with words for the fields.
 */
export async function changeOffering(
  ctx: Ctx,
  { offeringId, version, content }: ChangeOfferingInput,
): Promise<Result<{ offeringId: string }, 'changed_meanwhile' | 'over' | 'invalid'>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.kind !== content.kind) throw new NotFound('offering of this kind');
    if (offering.status === 'finished' || offering.status === 'cancelled') return refuse('over');
    if (offering.version !== version) {
      const detail = {
        version: offering.version,
        at: formatTime(offering.updatedAt),
        fields: changedFields(offering, content).join('、'),
      };
      return refuse('changed_meanwhile', { detail });
    }
    const fieldErrors = emptied(offering, content);
    if (offering.term !== content.term && (await hasBookings(tx, offeringId))) {
      fieldErrors.term = `已有人报名，期次不能改，仍是“${offering.term ?? '未填'}”`;
    }
    Object.assign(fieldErrors, await disordered(tx, offering, content));
    if (Object.keys(fieldErrors).length > 0) return refuse('invalid', { fieldErrors });
    await tx.db
      .update(offerings)
      .set({ ...content, version: version + 1, updatedAt: sql`now()` })
      .where(and(eq(offerings.id, offeringId), eq(offerings.version, version)));
    await recordAudit(tx, {
      action: 'change_offering',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      before: auditedOffering(offering),
      after: auditedOffering({ ...content, rules: offering.rules, status: offering.status }),
    });
    return ok({ offeringId });
  });
}
