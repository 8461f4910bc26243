import 'server-only';
import { sql } from 'drizzle-orm';
import { checkIns } from '@/db/schema/attendance';
import { bookingEvents } from '@/db/schema/bookings';
import { rollStatuses } from '@/features/bookings/queries/status-lists';
import type { Ctx } from '@/lib/ctx';
import { recallMessages } from '@/lib/messaging/outbox';

export type NewEntry = typeof checkIns.$inferInsert;

/**
 * Writes entries of the ledger in one statement. What an index refuses is left out: the same scan sent
 * again, or another device that was first.
 * @returns the ids that were written
 */
export async function recordEntries(
  systemTx: Ctx,
  entries: readonly NewEntry[],
): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const written = await systemTx.db
    .insert(checkIns)
    .values([...entries])
    .onConflictDoNothing()
    .returning({ id: checkIns.id });
  return new Set(written.map((row) => row.id));
}

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
 */
export async function moveOnRoll(systemTx: Ctx, move: Move): Promise<number> {
  if (move.bookingIds.length === 0) return 0;
  const ids = sql.join(
    [...new Set(move.bookingIds)].map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const moved = await systemTx.db.execute<{ id: string; was: string; version: number }>(sql`
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
    if (was === 'absent') await recallMessages(systemTx, `booking:${id}:${version}:absent`);
  }
  return moved.length;
}

/** A line in the history of bookings cancelled after their holder had been scanned. */
export async function recordLateArrivals(
  systemTx: Ctx,
  { bookingIds, by, accountId }: Pick<Move, 'bookingIds' | 'by' | 'accountId'>,
): Promise<void> {
  if (bookingIds.length === 0) return;
  await systemTx.db.insert(bookingEvents).values(
    bookingIds.map((bookingId) => ({
      bookingId,
      at: systemTx.now,
      type: 'arrived_before_cancelling',
      fromStatus: 'cancelled' as const,
      toStatus: 'cancelled' as const,
      actorAccountId: accountId,
      actorLabel: by,
    })),
  );
}
