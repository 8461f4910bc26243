import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { gramsOf } from '@/lib/china/name-grams';
import { maskName } from '@/lib/china/person-name';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';

const forgotten = '已删除';

/**
 * What bookings copy of a name follows a correction: how the attendee is shown, and by which member the
 * desk finds them (a child's own name is sealed and not searched). Places, queue and history stay as they
 * are. As the system, in the caller's transaction.
 */
export async function renameAttendee(
  systemTx: Ctx,
  of: { personId: string; childId: string | null },
  name: string,
): Promise<void> {
  const shown = ne(bookings.attendeeMasked, forgotten);
  const attendeeId = of.childId ?? of.personId;
  await systemTx.db
    .update(bookings)
    .set({ attendeeMasked: maskName(name) })
    .where(and(eq(bookings.attendeeId, attendeeId), shown));
  if (of.childId) return;
  await systemTx.db
    .update(bookings)
    .set({ nameGrams: gramsOf(name), pinyin: readName(name).sortKey })
    .where(and(eq(bookings.personId, of.personId), shown));
}
