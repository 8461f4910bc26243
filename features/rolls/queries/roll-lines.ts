import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { rollLineOf, rowsOf } from '@/features/bookings/queries/whole-lines';
import type { Ctx } from '@/lib/ctx';
import { onTheRoll } from '../rules/attendance';

/**
 * Everyone who holds a place in a session, in the order of booking; the caller has checked and
 * recorded it.
 */
export async function rollLines(tx: Ctx, sessionId: string, full: boolean) {
  const where = and(eq(bookings.sessionId, sessionId), inArray(bookings.status, onTheRoll));
  return (await rowsOf(tx, where)).map((row) => rollLineOf(row, full));
}
