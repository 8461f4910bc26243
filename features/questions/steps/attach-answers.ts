import 'server-only';
import { eq } from 'drizzle-orm';
import { answerSheets } from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';

/** The prepared answers become the booking's; nothing of them is copied. */
export async function attachAnswers(
  tx: Ctx,
  sheetId: string | null,
  bookingId: string,
): Promise<void> {
  if (!sheetId) return;
  await tx.db.update(answerSheets).set({ bookingId }).where(eq(answerSheets.id, sheetId));
}
