import 'server-only';
import { isOwnChild } from '@/features/identity/queries/own-case';
import { organiserOfVisible } from '@/features/offerings/queries/visible-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { readUploads } from '../queries/read-uploads';
import type { PrepareAnswersInput } from '../schema/answer';
import { savedSoFar } from '../steps/evaluate-posted';
import { storeDraftAnswers } from '../steps/store-draft-answers';

export type PrepareRefusal = 'form_changed' | 'to_correct' | 'no_attendee';

/**
 * Keeps what a member answers before booking. Good answers are kept even when others must be put
 * right, so that nothing typed and no file is lost; the booking asks for a sheet without errors, of the
 * form as it stands (`book-place.ts`). Throws NotFound for an offering that the member does not see, and
 * for a child that is not theirs.
 * Refuses `no_attendee` for an account without a person; `form_changed` when a question was renewed
 * meanwhile; `to_correct` with words for the fields, what is good being `saved`.
 * @returns where to go on; or by field what to put right
 */
export async function prepareAnswers(
  ctx: Ctx,
  input: PrepareAnswersInput,
): Promise<Result<{ complete: boolean }, PrepareRefusal>> {
  const { offeringId, who } = input;
  const uploads = await readUploads(ctx, input.sent);
  const done = await transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account' && actor.personId !== null);
    const { accountId, personId } = actor;
    if (!personId) return refuse('no_attendee');
    const organiserId = await organiserOfVisible(tx, offeringId, personId);
    const childId = who === 'self' ? null : who;
    if (childId && !(await isOwnChild(tx, childId))) throw new NotFound('attendee');
    const owner = { accountId, personId, childId };
    const prepared = await storeDraftAnswers(tx, { ...input, organiserId, uploads }, owner);
    if (!prepared.ok) return prepared;
    if (!prepared.value) return ok({ complete: true, errors: {}, files: '', saved: 0 });
    const { sheet, form, evaluated, complete } = prepared.value;
    await recordAudit(tx, {
      action: 'prepare_answers',
      entityType: 'answer_sheet',
      entityId: sheet.id,
      organisationId: sheet.organiserId,
      after: { answered: evaluated.values.size, complete, form },
    });
    return ok({ complete, errors: { ...evaluated.errors }, ...savedSoFar(evaluated) });
  });
  if (!done.ok) return done;
  // Refused after the commit: what was good stays.
  const { complete, errors, ...saved } = done.value;
  if (!complete) return refuse('to_correct', { fieldErrors: errors, detail: saved });
  return ok({ complete: true });
}
