import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import { recordBookingEvents } from './move-booking';

/** One of many who go over together, with the place or the spot in the queue that waits for them. */
export interface Mover {
  readonly booking: Pick<BookingRow, 'id' | 'status'>;
  readonly queueNo: number | null;
  readonly carveOutId: string | null;
  /** At other hours: asked whether it suits, and free to leave. */
  readonly isAsked: boolean;
}

interface Together {
  readonly sessionId: string;
  /** The meetings as a multirange literal. */
  readonly period: string;
  readonly startsAt: Date;
  /** Until when those asked are asked; null where the hours are the same. */
  readonly answerBy: Date | null;
  readonly type: 'merged' | 'merge_undone';
  readonly by: string;
  readonly note: string;
}

/** Lines of the history in one statement; PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 2_000;

/**
 * Many bookings, locked by the caller, go over to another session together, by one statement for the rows
 * and one for each portion of their history. The caller holds both capacity rows and counts.
 * @returns the new version of each, by id
 */
export async function moveTogether(
  tx: Ctx,
  movers: readonly Mover[],
  to: Together,
): Promise<Map<string, number>> {
  if (movers.length === 0) return new Map();
  const rows = movers.map(({ booking, queueNo, carveOutId, isAsked }) => ({
    ...{ id: booking.id, queue: queueNo, carve: carveOutId, asked: isAsked },
  }));
  const until = to.answerBy?.toISOString() ?? null;
  const moved = await tx.db.execute<{ id: string; version: number }>(sql`
    update bookings b set session_id = ${to.sessionId}::uuid, period = ${to.period}::tstzmultirange,
      queue_no = r.queue, carve_out_id = r.carve,
      answer_by = case when r.asked then ${until}::timestamptz end, may_leave = r.asked and ${until}::timestamptz is not null,
      offer_expires_at = case when b.offer_expires_at is not null
        then least(b.offer_expires_at, ${to.startsAt.toISOString()}::timestamptz) end,
      version = b.version + 1, calendar_sequence = b.calendar_sequence + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, queue int, carve uuid, asked boolean)
    where b.id = r.id returning b.id, b.version`);
  const { type, by, note } = to;
  const events = movers.map(({ booking: { id, status } }) => ({
    ...{ bookingId: id, type, by, note, from: status, to: status },
  }));
  for (let at = 0; at < events.length; at += AT_ONCE) {
    await recordBookingEvents(tx, events.slice(at, at + AT_ONCE));
  }
  return new Map(moved.map(({ id, version }) => [id, version]));
}
