import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { answersOfBooking, findStaffBooking, isClosed } from '../queries/case-answers';
import { answerWords } from '../rules/answer-words';
import type { RevealAnswersInput } from '../schema/answer';

export interface RevealedAnswer {
  readonly questionId: string;
  readonly label: string;
  readonly words: string;
  /** Where the file is fetched, when the answer is one; each fetch is recorded too. */
  readonly fileHref: string | null;
}

/**
 * Opens the sensitive answers and the files of one booking, for the offering's own staff at the
 * organiser. Each look is a line in the audit: which questions, never what was answered (security.md §1.6).
 */
export async function revealAnswers(
  ctx: Ctx,
  { bookingId }: RevealAnswersInput,
): Promise<Result<{ answers: RevealedAnswer[] }>> {
  return transaction(ctx, async (tx) => {
    const booking = await findStaffBooking(tx, bookingId);
    authorize(tx.actor.kind === 'account');
    const { all, stored } = await answersOfBooking(tx, booking);
    const answers = all.filter(isClosed).flatMap((q): RevealedAnswer[] => {
      const one = stored.get(q.id);
      if (!one) return [];
      const { label, id: questionId } = q;
      const words = answerWords(q.type, one.value);
      const fileHref = one.fileId && `/api/answer-files/${one.fileId}`;
      return [{ questionId, label, words, fileHref }];
    });
    await recordAudit(tx, {
      action: 'reveal_answers',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: booking.organiserId,
      after: { shown: answers.map((a) => a.questionId), kind: booking.kind },
    });
    return ok({ answers });
  });
}
