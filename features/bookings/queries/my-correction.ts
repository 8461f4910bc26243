import 'server-only';
import { eq } from 'drizzle-orm';
import { bookingAnswers, bookingHealth, bookings } from '@/db/schema/bookings';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { type PickUpPerson, parsePickUpList } from '../rules/pick-up';
import { actsFor } from './acts-for';
import type { MyBookingDetail } from './my-bookings';

export interface SealedAnswers {
  readonly people: readonly PickUpPerson[];
  readonly healthNotes: string;
}

/** What was answered under seal when booking, inside the caller's transaction. */
export async function readSealed(tx: Ctx, bookingId: string): Promise<SealedAnswers> {
  const [row] = await tx.db
    .select({ answers: bookings.answersSealed, health: bookings.healthSealed })
    .from(bookings)
    .where(eq(bookings.id, bookingId));
  return {
    people: row?.answers ? parsePickUpList(openField(row.answers, bookingAnswers(bookingId))) : [],
    healthNotes: row?.health ? openField(row.health, bookingHealth(bookingId)) : '',
  };
}

/**
 * What the fields of a booking that was sent back start with: what was answered when booking, for
 * whichever guardian corrects it today. The booking comes from `getMyBooking`.
 */
export async function getSealedAnswers(ctx: Ctx, booking: MyBookingDetail): Promise<SealedAnswers> {
  return read(ctx, async (tx) =>
    (await actsFor(tx, booking)) ? readSealed(tx, booking.id) : { people: [], healthNotes: '' },
  );
}
