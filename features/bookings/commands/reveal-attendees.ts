import 'server-only';
import { recordListLooks } from '@/features/family/steps/record-child-looks';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatPhone } from '@/lib/format';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canDecideBookings } from '../policy';
import { unmaskedLines } from '../queries/whole-lines';
import type { Revealed } from '../rules/booking-line';
import type { RevealAttendeesInput } from '../schema/reveal';

/**
 * 本页姓名全部查看: the rows of one page in whole, by one look and one line of the ledger that names every
 * booking; each child's guardians read of it as of a single look.
 */
export async function revealAttendees(
  ctx: Ctx,
  { offeringId, bookingIds }: RevealAttendeesInput,
): Promise<Result<Record<string, Revealed>>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canDecideBookings[offering.kind](tx.actor, path));
    const lines = await unmaskedLines(tx, offeringId, bookingIds);
    const ids = lines.map((line) => line.bookingId);
    await recordAudit(tx, {
      action: 'view_attendees',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      after: { shown: ['name', 'phone'], kind: offering.kind, bookings: ids },
    });
    await recordListLooks(tx, ids, '组织单位');
    return ok(
      Object.fromEntries(
        lines.map(({ bookingId, attendee, guardian, phone }) => [
          bookingId,
          { attendee, guardian, phone: formatPhone(phone) },
        ]),
      ),
    );
  });
}
