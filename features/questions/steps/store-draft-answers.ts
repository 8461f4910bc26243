import 'server-only';
import { answerSheets } from '@/db/schema/questions';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readFormOf } from '../queries/form';
import type { Uploads } from '../queries/read-uploads';
import { findDraftSheet, readAnswers, type SheetRow } from '../queries/sheet';
import type { EvaluatedAnswers } from '../rules/evaluate';
import type { SentAnswers } from '../schema/answer';
import { evaluatePosted, goodUploads, isOutdated } from './evaluate-posted';
import { requireSessionsOf } from './require-sessions';
import { storeAnswers } from './store-answers';

/** What a form brought: the version it was made from, the questions it showed, and what was answered. */
interface Posted {
  readonly offeringId: string;
  /** Which is to be booked: what it does not ask is neither judged nor kept. */
  readonly sessionId: string;
  readonly organiserId: string;
  readonly formVersion: number;
  readonly seen: ReadonlySet<string> | null;
  readonly sent: SentAnswers;
  readonly uploads: Uploads;
}

type Owner = { accountId: string; personId: string; childId: string | null };

/** The sheet of this person for this attendee: the one begun before, or a new one. */
async function lockDraftSheet(
  tx: Ctx,
  { offeringId, organiserId }: Pick<Posted, 'offeringId' | 'organiserId'>,
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

interface Drafted {
  readonly sheet: SheetRow;
  /** The version of the form that was answered. */
  readonly form: number;
  readonly evaluated: EvaluatedAnswers;
  /** Nothing is to be put right: a booking may take it. */
  readonly complete: boolean;
}

/**
 * Judges what was posted to the questions of a session before booking it, and keeps what is good on the sheet
 * of this person for this attendee. As the person, in their transaction. Throws NotFound for a sheet that
 * they do not see, and for a session that is not the offering's.
 * Refuses `form_changed` when a question was renewed meanwhile.
 * @returns null where the session asks nothing
 */
export async function storeDraftAnswers(
  tx: Ctx,
  { offeringId, sessionId, organiserId, formVersion, seen, sent, uploads }: Posted,
  owner: Owner,
): Promise<Result<Drafted | null, 'form_changed'>> {
  await requireSessionsOf(tx, offeringId, [sessionId]);
  const form = await readFormOf(tx, { offeringId, sessionId });
  if (form.questions.length === 0) return ok(null);
  const whole = { version: form.version, questions: [...form.questions, ...form.elsewhere] };
  if (isOutdated(whole, formVersion, sent)) return refuse('form_changed');
  const sheet = await lockDraftSheet(tx, { offeringId, organiserId }, owner);
  const stored = await readAnswers(tx, sheet.id);
  const evaluated = evaluatePosted({ form, sent, seen, uploads, stored });
  const complete = Object.keys(evaluated.errors).length === 0;
  await storeAnswers(tx, {
    sheet,
    asked: form.questions,
    values: evaluated.values,
    stored,
    uploads: goodUploads(uploads, evaluated),
    completeVersion: complete ? form.version : 0,
    elsewhere: form.elsewhere.map((q) => q.id),
    sessionId,
  });
  return ok({ sheet, form: form.version, evaluated, complete });
}
