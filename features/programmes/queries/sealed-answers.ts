import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { bookings } from '@/db/schema/programmes';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { recordChildLook } from '@/lib/child-looks';
import { openField } from '@/lib/crypto/field';
import { bookingAnswers, bookingHealth } from '@/lib/crypto/places';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { canDecideBookings } from '../policy';
import type { PickUpPerson } from '../rules/answers';

const pickUp = z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() }));

/**
 * Health notes and pick-up people of one booking, for the offering's own staff only. Every look is a
 * line in the audit, in the same transaction (未成年人网络保护条例 36).
 */
export async function getSealedAnswers(
  ctx: Ctx,
  bookingId: string,
): Promise<{ health: string | null; pickUp: PickUpPerson[] }> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select({
        kind: bookings.kind,
        organiserId: bookings.organiserId,
        childId: bookings.childId,
        health: bookings.healthSealed,
        answers: bookings.answersSealed,
      })
      .from(bookings)
      .where(eq(bookings.id, bookingId));
    if (!row) throw new NotFound('booking');
    const path = await organisationPath(tx, row.organiserId);
    authorize(canDecideBookings[row.kind](tx.actor, path));
    await recordAudit(tx, {
      action: 'view_booking_answers',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: row.organiserId,
    });
    // The guardians read on their phone who looked (peers.md §4).
    if (row.childId) {
      const { childId, organiserId } = row;
      const looked = { childId, bookingId, organiserId, role: '组织单位' };
      await recordChildLook(tx, { ...looked, what: row.health ? 'health' : 'identity' });
    }
    const answers = row.answers && openField(row.answers, bookingAnswers(bookingId));
    return {
      health: row.health && openField(row.health, bookingHealth(bookingId)),
      pickUp: answers ? pickUp.parse(JSON.parse(answers)) : [],
    };
  });
}
