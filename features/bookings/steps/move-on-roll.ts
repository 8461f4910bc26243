import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { recallMessages } from '@/lib/messaging/outbox';
import { rollStatuses } from '../queries/status-lists';
import { recordBookingEvents } from './move-booking';

interface Move {
  readonly bookingIds: readonly string[];
  readonly to: 'booked' | 'attended' | 'absent';
  readonly type: 'attended' | 'absent' | 'mark_undone';
  /** Who did it, as the member reads it in the history. */
  readonly by: string;
  readonly accountId: string | null;
}

/**
 * Moves bookings on a roll to what their attendance says, with history, in one statement; rows that
 * hold no place stay as they are. A mark changes no place, so no capacity row is locked; rows are
 * locked in order of id, as everywhere.
 * @returns how many moved
 */
export async function moveOnRoll(tx: Ctx, move: Move): Promise<number> {
  if (move.bookingIds.length === 0) return 0;
  const ids = sql.join(
    [...new Set(move.bookingIds)].map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const moved = await tx.db.execute<{ id: string; was: string; version: number }>(sql`
    with held as (
      select id, status, version from bookings
      where id in (${ids}) and status in ${rollStatuses} and status <> ${move.to}
      order by id for update),
    moved as (
      update bookings b set status = ${move.to}, version = b.version + 1,
        calendar_sequence = b.calendar_sequence + 1, updated_at = now()
      from held where b.id = held.id returning b.id),
    told as (
    insert into booking_events (booking_id, at, type, from_status, to_status, actor_account_id, actor_label)
      select held.id, now(), ${move.type}, held.status, ${move.to}, ${move.accountId}::uuid, ${move.by}
      from held join moved on moved.id = held.id)
    select held.id, held.status as was, held.version from held join moved on moved.id = held.id`);
  for (const { id, was, version } of moved) {
    // Whoever was told of a 爽约 and then turns out to have come: that message is taken back.
    if (was === 'absent') await recallMessages(tx, `booking:${id}:${version}:absent`);
  }
  return moved.length;
}

/** A line in the history of bookings cancelled after their holder had been scanned. */
export async function recordLateArrivals(
  tx: Ctx,
  { bookingIds, by, accountId }: Pick<Move, 'bookingIds' | 'by' | 'accountId'>,
): Promise<void> {
  const stays = { type: 'arrived_before_cancelling', from: 'cancelled', to: 'cancelled' } as const;
  await recordBookingEvents(
    tx,
    bookingIds.map((bookingId) => ({ bookingId, ...stays, by, accountId })),
  );
}
