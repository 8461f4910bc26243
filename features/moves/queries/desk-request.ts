import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { findOpenRequest } from './open-request';

export interface DeskRequest {
  readonly reason: string;
  readonly until: Date;
  readonly isSwap: boolean;
  /** The session that the booking would go to. */
  readonly to: string;
  /** Everyone who is asked, the booking itself first. */
  readonly asked: readonly {
    readonly bookingId: string;
    readonly number: string;
    readonly attendee: string;
    readonly agreedAt: Date | null;
  }[];
}

/** The question that stands about a booking of one's own offering, names masked; null when none does. */
export async function findDeskRequest(ctx: Ctx, bookingId: string): Promise<DeskRequest | null> {
  return read(ctx, async (tx) => {
    const request = await findOpenRequest(tx, bookingId);
    if (!request) return null;
    const { bookingId: first, otherBookingId: other } = request;
    const toId = first === bookingId ? request.toSessionId : request.fromSessionId;
    const [to] = await tx.db
      .select({ title: offeringSessions.title })
      .from(offeringSessions)
      .where(eq(offeringSessions.id, toId));
    const ids = other ? [first, other] : [first];
    const people = await tx.db
      .select({ id: bookings.id, number: bookings.number, attendee: bookings.attendeeMasked })
      .from(bookings)
      .where(inArray(bookings.id, ids));
    const asked = people
      .map(({ id, ...who }) => ({
        ...who,
        bookingId: id,
        agreedAt: id === first ? request.agreedAt : request.otherAgreedAt,
      }))
      .sort((a, b) => Number(b.bookingId === bookingId) - Number(a.bookingId === bookingId));
    const { reason, answerBy: until } = request;
    return { reason, until, isSwap: other !== null, to: to?.title ?? '', asked };
  });
}
