import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/outbox';
import { skippedNotice } from '../../messages';
import { lockBookingRow, noticeFacts } from '../../queries/booking-row';
import { listMoved } from '../../queries/draw/entrants';
import { moveBooking } from '../move-booking';
import { whyBarred } from '../why-barred';

/**
 * Leaves out of the draw who may not take part any more, with the reason, before the list is sealed:
 * the same rules as on entering, asked again only where something has moved since.
 * @open part of freezing, which has been authorised; acts as the house
 */
export async function dropMoved(house: Ctx, sessionId: string): Promise<void> {
  for (const id of await listMoved(house, sessionId)) {
    const entry = await lockBookingRow(house, id);
    const barred = entry && (await whyBarred(house, entry));
    if (!entry || !barred || barred.rule === 'quota') continue;
    const move = { to: 'refused', type: 'skipped', by: '系统', note: barred.words } as const;
    const patch = { reason: barred.words, decidedAt: house.now };
    const version = await moveBooking(house, entry, move, patch);
    await recordAudit(house, {
      action: 'skip_booking',
      entityType: 'booking',
      entityId: entry.id,
      organisationId: entry.organiserId,
      before: { status: 'entered', entryNo: entry.entryNo },
      reason: barred.rule,
    });
    const notice = skippedNotice(noticeFacts(entry, version), barred.words);
    await notify(house, { accountId: entry.accountId, ...notice });
  }
}
