import 'server-only';
import { eq } from 'drizzle-orm';
import { absenceExcuses, excuseReason } from '@/db/schema/absences';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** What stands of an absence, or null when nobody has excused or appealed. As the actor may see it. */
export async function findExcuse(tx: Ctx, bookingId: string) {
  const [row] = await tx.db
    .select()
    .from(absenceExcuses)
    .where(eq(absenceExcuses.bookingId, bookingId));
  return row ?? null;
}

/**
 * What stands of an absence for the person's own page, with the words they wrote themselves. Null while
 * nothing was said about an absence.
 */
export async function findMyExcuse(ctx: Ctx, bookingId: string) {
  const row = await read(ctx, (tx) => findExcuse(tx, bookingId));
  if (!row) return null;
  const { status, cause, answer, decidedAt, createdAt, reasonSealed } = row;
  const reason = reasonSealed && openField(reasonSealed, excuseReason(bookingId));
  return { status, cause, answer, decidedAt, createdAt, reason };
}

export type MyExcuse = NonNullable<Awaited<ReturnType<typeof findMyExcuse>>>;
