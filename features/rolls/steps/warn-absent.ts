import 'server-only';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { bookingNoticeKey } from '@/features/bookings/rules/booking-notice';
import { findNoShowStatus } from '@/features/eligibility/queries/no-shows';
import { noShowConsequence } from '@/features/eligibility/rules/no-show-record';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { notify, recallMessages } from '@/lib/messaging/outbox';
import { absentNotice } from '../messages';

/**
 * Tells whoever was marked absent that it counts, and how near the limit is (domain.md §3.6). Call it
 * after the mark; says nothing where the offering does not hold no-shows against anyone.
 * @param version the version that the mark made
 */
export async function warnAbsent(
  tx: Ctx,
  booking: BookingRow,
  version: number,
  rules: Record<string, unknown>,
): Promise<void> {
  const who = { attendeeId: booking.childId ?? booking.personId, kind: booking.kind };
  const noShowStatus = await findNoShowStatus(tx, who, rules);
  if (!noShowStatus) return;
  const today = todayOn(tx.now);
  const consequence = noShowConsequence(noShowStatus, noShowStatus.terms, (on) =>
    formatDay(on, today),
  );
  await notify(tx, {
    accountId: booking.accountId,
    ...absentNotice(noticeFacts(booking, version), consequence),
  });
}

/** A mark that was wrong takes its warning back, as long as it has not been read by SMS. */
export const unwarnAbsent = (tx: Ctx, booking: BookingRow): Promise<boolean> =>
  recallMessages(tx, `${bookingNoticeKey(booking)}absent`);
