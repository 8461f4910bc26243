import { bookingCalendar } from '@/features/bookings/queries/booking-calendar';
import { fileRoute } from '@/lib/forms/file-route';
import { publicOrigin } from '@/lib/http/origin';

export const dynamic = 'force-dynamic';

/** One booking as an .ics file, only for whose it is; to anybody else there is none. */
export const GET = fileRoute<{ id: string }>(async (ctx, { id }) => ({
  content: await bookingCalendar(ctx, id, await publicOrigin()),
  type: 'text/calendar; charset=utf-8',
  name: 'booking.ics',
}));
