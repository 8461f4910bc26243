import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { notify, recallMessages } from '@/lib/outbox';
import { absentNotice, bookingNoticeKey } from '../messages';
import { type BookingRow, noticeFacts } from '../queries/booking-row';
import { findNoShowStanding } from '../queries/no-shows';
import { noShowConsequence } from '../rules/no-show';

/**
 * Tells whoever was marked absent that it counts, and how near the limit is (experience.md §1.4). Call it
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
  const standing = await findNoShowStanding(tx, who, rules);
  if (!standing) return;
  const today = todayOn(tx.now);
  const consequence = noShowConsequence(standing, standing.terms, (on) => formatDay(on, today));
  await notify(tx, {
    accountId: booking.accountId,
    ...absentNotice(noticeFacts(booking, version), consequence),
  });
}

/** A mark that was wrong takes its warning back, as long as it has not been read by SMS. */
export const unwarnAbsent = (tx: Ctx, booking: BookingRow): Promise<boolean> =>
  recallMessages(tx, `${bookingNoticeKey(booking)}absent`);
