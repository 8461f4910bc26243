import { bookingCalendar } from '@/features/bookings/queries/booking-calendar';
import { currentCtx } from '@/lib/auth/session';
import { NotFound } from '@/lib/errors';
import { publicOrigin } from '@/lib/http/origin';

export const dynamic = 'force-dynamic';

const gone = () => new Response('内容不存在或已下线', { status: 404 });

/** One booking as an .ics file, only for whose it is. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const ctx = await currentCtx();
  if (ctx.actor.kind !== 'account') return gone();
  try {
    const file = await bookingCalendar(ctx, (await params).id, await publicOrigin());
    return new Response(file, {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'attachment; filename="booking.ics"',
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return gone();
    throw error;
  }
}
