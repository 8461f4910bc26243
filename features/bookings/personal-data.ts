import 'server-only';
import { eq } from 'drizzle-orm';
import { bookingAnswers, bookingHealth, bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { eraseBookings, expireBookings } from './steps/empty-bookings';

/** Every booking of the person in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db
    .select({ booking: bookings, title: offerings.title, startsAt: offeringSessions.startsAt })
    .from(bookings)
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .where(eq(bookings.personId, personId));
  return {
    bookings: rows.map(({ booking: b, title, startsAt }) => ({
      number: b.number,
      title,
      startsAt,
      status: b.status,
      reason: b.reason,
      forChild: b.childId !== null,
      healthNotes: b.healthSealed && openField(b.healthSealed, bookingHealth(b.id)),
      pickUp: b.answersSealed && openField(b.answersSealed, bookingAnswers(b.id)),
      createdAt: b.createdAt,
      cancelledAt: b.cancelledAt,
    })),
  };
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'bookings',
  tables: [
    {
      table: 'bookings',
      holds: '预约、候补、审核结果；健康提示和接送人（加密）',
      retention: '姓名 3 年（可设），其余随统计；健康提示和接送人在班级结束次日或取消当夜删除',
    },
    { table: 'booking_events', holds: '预约经过', retention: '随预约' },
  ],
  export: exportOf,
  erase: eraseBookings,
  expire: expireBookings,
} as const;
