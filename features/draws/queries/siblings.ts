import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { childName, children } from '@/db/schema/family';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** Names of the reader's own children who have entered this session, to go together with. */
export async function enteredSiblings(ctx: Ctx, sessionId: string): Promise<string[]> {
  return read(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: children.id, sealed: children.nameSealed })
      .from(bookings)
      .innerJoin(children, eq(children.id, bookings.childId))
      .where(
        and(
          eq(bookings.sessionId, sessionId),
          eq(bookings.status, 'entered'),
          sql`${bookings.childId} in (select app_children())`,
        ),
      );
    return rows.map((row) => openField(row.sealed, childName(row.id)));
  });
}
