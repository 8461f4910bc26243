import { notices } from '@/db/schema/kernel';
import type { NoticeFacts } from '@/features/bookings/rules/booking-notice';
import {
  bookedNotice,
  sentBackBookingNotice,
  waitlistedNotice,
} from '@/features/enrolment/messages';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { BookingCase } from './cases';
import { insertAll } from './insert';

const factsOf = ({ row, session }: BookingCase): NoticeFacts => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  version: 1,
  title: session.offering.title,
  session: session.row.title,
  startsAt: session.row.startsAt,
  endsAt: session.row.endsAt,
  sessionDetails: session.row.details ?? {},
  place: session.row.place,
});

function wordsOf(one: BookingCase, now: Date) {
  const facts = factsOf(one);
  if (one.row.status === 'booked') return bookedNotice(facts, now);
  if (one.row.status === 'waitlisted') return waitlistedNotice(facts, one.row.queueNo ?? 1);
  if (one.row.status !== 'sent_back') return null;
  return sentBackBookingNotice(facts, { fields: ['接送人'], reason: one.row.reason ?? '' });
}

/** What the demo member's inbox holds: the notices that the commands would have sent. */
export async function seedNotices(
  tx: Ctx,
  cases: readonly BookingCase[],
  accountId: string,
): Promise<void> {
  const own = cases.filter(({ row }) => row.accountId === accountId);
  const rows = own.flatMap((one) => {
    const words = wordsOf(one, tx.now);
    if (!words) return [];
    const { title, body, link, dedupeKey } = words;
    const createdAt = one.row.createdAt;
    return [
      { id: newId(), accountId, title, body, link, dedupeKey, createdAt, visibleAt: createdAt },
    ];
  });
  await insertAll(tx, notices, rows);
}
