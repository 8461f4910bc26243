import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { answerSheets } from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';
import { answerWords } from '../rules/answer-words';
import { askedIn } from '../rules/question';
import { readAllQuestions } from './form';
import { readAnswersOf } from './sheet';

export interface AnswerColumn {
  readonly header: string;
  readonly byBooking: ReadonlyMap<string, string>;
}

async function sheetsOf(systemTx: Ctx, sessionId: string) {
  const [session] = await systemTx.db
    .select({ offeringId: offeringSessions.offeringId })
    .from(offeringSessions)
    .where(eq(offeringSessions.id, sessionId));
  const sheets = await systemTx.db
    .select({ id: answerSheets.id, bookingId: answerSheets.bookingId })
    .from(answerSheets)
    .where(
      inArray(
        answerSheets.bookingId,
        systemTx.db
          .select({ id: bookings.id })
          .from(bookings)
          .where(eq(bookings.sessionId, sessionId)),
      ),
    );
  return { offeringId: session?.offeringId, sheets };
}

/**
 * The answers as columns for a roll's export. Sensitive ones come only with a `full` export, which asks
 * for a reason and a second factor; files never. The export has checked the officer and records itself.
 */
export async function answerColumns(
  tx: Ctx,
  { sessionId, full }: { sessionId: string; full: boolean },
): Promise<AnswerColumn[]> {
  const { offeringId, sheets } = await sheetsOf(tx, sessionId);
  if (!offeringId) return [];
  const asked = askedIn(await readAllQuestions(tx, offeringId), sessionId).filter(
    (q) => q.type !== 'file' && (full || !q.sensitive),
  );
  const stored = await readAnswersOf(
    tx,
    sheets.map((s) => s.id),
  );
  return asked.map((q) => ({
    header: q.label,
    byBooking: new Map(
      sheets.flatMap(({ id, bookingId }) => {
        const one = stored.get(id)?.get(q.id);
        if (!one || !bookingId) return [];
        const words = one.withdrawn ? '已撤回同意' : answerWords(q.type, one.value);
        return [[bookingId, words] as const];
      }),
    ),
  }));
}
