import 'server-only';
import { eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { type LinkResult, signLink, verifyLink } from '@/lib/crypto/signed-link';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** Purpose of the signed link inside a booking's QR code. */
const BOOKING_LINK = 'booking';
const DAY = 86_400_000;

/** Path of the check page for one booking; good until the day after its session. */
export const bookingLink = (b: { id: string; endsAt: Date }): string =>
  `/b/${signLink(BOOKING_LINK, b.id, new Date(b.endsAt.getTime() + DAY))}`;

/** Which booking a code of `bookingLink` names, judged as of the moment it was scanned. */
export const readBookingCode = (token: string, at: Date): LinkResult =>
  verifyLink(BOOKING_LINK, token, at);

/** What the door needs and nothing more: no full name, no unit, and for a screening not even what it is. */
export interface BookingCheck {
  readonly number: string;
  readonly title: string;
  readonly session: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sessionDetails: unknown;
  readonly place: string;
  readonly attendeeMasked: string;
  readonly status: (typeof bookings.$inferSelect)['status'];
}

/** The booking behind a QR code, or null when the link is forged or over. Read as the system: the signature is the right. */
export async function findBookingByLink(ctx: Ctx, token: string): Promise<BookingCheck | null> {
  const link = verifyLink(BOOKING_LINK, token, ctx.now);
  if (!link.ok) return null;
  return read(asSystem(ctx), async (tx) => {
    const [row] = await tx.db
      .select({
        number: bookings.number,
        kind: bookings.kind,
        title: offerings.title,
        session: offeringSessions.title,
        startsAt: offeringSessions.startsAt,
        endsAt: offeringSessions.endsAt,
        sessionDetails: offeringSessions.details,
        place: offeringSessions.place,
        attendeeMasked: bookings.attendeeMasked,
        status: bookings.status,
      })
      .from(bookings)
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .where(eq(bookings.id, link.subject));
    if (!row) return null;
    const { kind, ...shown } = row;
    return kind === 'screening' ? { ...shown, title: '健康服务', session: '' } : shown;
  });
}
