import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { absenceExcuses } from '@/db/schema/absences';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import type { AbsenceCause } from '../rules';

type Absent = Pick<BookingRow, 'id' | 'accountId' | 'kind' | 'organiserId'>;

/**
 * Takes absences out of the no-show count, with the cause that the officer saw; what was appealed against
 * or excused already stays as it is. The caller has authorised and records it.
 * @returns the bookings whose absence is excused by this call
 */
export async function excuseOnTheSpot(
  tx: Ctx,
  absent: readonly Absent[],
  cause: AbsenceCause | null,
): Promise<string[]> {
  if (absent.length === 0) return [];
  const excused = await tx.db
    .insert(absenceExcuses)
    .values(
      absent.map(({ id, accountId, kind, organiserId }) => ({
        bookingId: id,
        accountId,
        kind,
        organiserId,
        status: 'excused' as const,
        cause,
        createdAt: tx.now,
        decidedAt: tx.now,
        decidedBy: accountOf(tx.actor),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: absenceExcuses.bookingId });
  return excused.map((row) => row.id);
}

/** Excuses of the organiser's own that are taken back, or whose absence turns out to be none. */
export async function dropExcuses(tx: Ctx, bookingIds: readonly string[]): Promise<void> {
  if (bookingIds.length === 0) return;
  await tx.db
    .delete(absenceExcuses)
    .where(
      and(inArray(absenceExcuses.bookingId, [...bookingIds]), eq(absenceExcuses.status, 'excused')),
    );
}
