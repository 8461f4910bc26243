import 'server-only';
import { lockBookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { leftOutNotice } from '../messages';
import { listIneligibleEntries } from '../queries/ineligible-entries';

/**
 * Leaves out of the draw who may not take part any more, with the reason, before the list is sealed:
 * the same rules as on entering, asked of everyone again.
 * @open part of freezing, which has been authorised; acts as the system
 */
export async function dropIneligible(
  systemTx: Ctx,
  session: { id: string; offeringId: string },
): Promise<void> {
  for (const { id, rule, words } of await listIneligibleEntries(systemTx, session)) {
    const entry = await lockBookingRow(systemTx, id);
    if (entry?.status !== 'entered') continue;
    const move = { to: 'refused', type: 'skipped', by: '系统', note: words } as const;
    const patch = { reason: words, decidedAt: systemTx.now };
    const version = await moveBooking(systemTx, entry, move, patch);
    await recordAudit(systemTx, {
      action: 'skip_booking',
      entityType: 'booking',
      entityId: entry.id,
      organisationId: entry.organiserId,
      before: { status: 'entered', entryNo: entry.entryNo },
      reason: rule,
    });
    const notice = leftOutNotice(noticeFacts(entry, version), words);
    await notify(systemTx, { accountId: entry.accountId, ...notice });
  }
}
