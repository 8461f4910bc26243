import 'server-only';
import { answerSheets } from '@/db/schema/questions';
import { isOwnChild } from '@/features/identity/queries/own-case';
import { organiserOfVisible } from '@/features/offerings/queries/visible-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { readForm } from '../queries/form';
import { readUploads } from '../queries/read-uploads';
import { findDraftSheet, readAnswers, type SheetRow } from '../queries/sheet';
import type { PrepareAnswersInput } from '../schema/answer';
import { evaluatePosted, goodUploads, isOutdated, savedSoFar } from '../steps/evaluate-posted';
import { storeAnswers } from '../steps/store-answers';

export type PrepareRefusal = 'form_changed' | 'to_correct' | 'no_attendee';

type Owner = { accountId: string; personId: string; childId: string | null };

/** The sheet of this person for this attendee: the one begun before, or a new one. */
async function lockDraftSheet(
  tx: Ctx,
  { offeringId, organiserId }: { offeringId: string; organiserId: string },
  owner: Owner,
): Promise<SheetRow> {
  const attendeeId = owner.childId ?? owner.personId;
  // Two tabs at once find the same row: the unique index takes one of them.
  await tx.db
    .insert(answerSheets)
    .values({
      id: newId(),
      offeringId,
      organiserId,
      ...owner,
      attendeeId,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .onConflictDoNothing();
  const sheet = await findDraftSheet(tx, { offeringId, accountId: owner.accountId, attendeeId });
  if (!sheet) throw new NotFound('sheet');
  return sheet;
}

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
  const { offeringId, who, sent } = input;
  const uploads = await readUploads(ctx, sent);
  const done = await transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account' && actor.personId !== null);
    const { accountId, personId } = actor;
    if (!personId) return refuse('no_attendee');
    const organiserId = await organiserOfVisible(tx, offeringId, personId);
    const childId = who === 'self' ? null : who;
    if (childId && !(await isOwnChild(tx, childId))) throw new NotFound('attendee');
    const form = await readForm(tx, offeringId);
    if (form.questions.length === 0) return ok({ complete: true, errors: {}, files: '', saved: 0 });
    if (isOutdated(form, input.formVersion, sent)) return refuse('form_changed');
    const sheet = await lockDraftSheet(
      tx,
      { offeringId, organiserId },
      { accountId, personId, childId },
    );
    const stored = await readAnswers(tx, sheet.id);
    const evaluated = evaluatePosted({ form, sent, seen: input.seen, uploads, stored });
    const complete = Object.keys(evaluated.errors).length === 0;
    await storeAnswers(tx, {
      sheet,
      asked: form.questions,
      values: evaluated.values,
      stored,
      uploads: goodUploads(uploads, evaluated),
      completeVersion: complete ? form.version : 0,
    });
    await recordAudit(tx, {
      action: 'prepare_answers',
      entityType: 'answer_sheet',
      entityId: sheet.id,
      organisationId: sheet.organiserId,
      after: { answered: evaluated.values.size, complete, form: form.version },
    });
    return ok({ complete, errors: { ...evaluated.errors }, ...savedSoFar(evaluated) });
  });
  if (!done.ok) return done;
  // Refused after the commit: what was good stays.
  const { complete, errors, ...saved } = done.value;
  if (!complete) return refuse('to_correct', { fieldErrors: errors, detail: saved });
  return ok({ complete: true });
}
