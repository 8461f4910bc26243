import 'server-only';
import { eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { answerSheets } from '@/db/schema/questions';
import { getMyBooking, type MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type FormFacts, type FormQuestion, readFormOf } from '../queries/form';
import { readUploads } from '../queries/read-uploads';
import {
  findBookingSheet,
  readAnswers,
  type SheetRow,
  type StoredAnswerRow,
} from '../queries/sheet';
import { answerProgressOf } from '../rules/answer-progress';
import { mayStillAnswer } from '../rules/may-answer';
import { supplementWords } from '../rules/supplement-words';
import type { CompleteAnswersInput } from '../schema/answer';
import { evaluatePosted, goodUploads, isOutdated, savedSoFar } from '../steps/evaluate-posted';
import { noteInHistory } from '../steps/note-in-history';
import { storeAnswers } from '../steps/store-answers';

export type CompleteRefusal = 'form_changed' | 'to_correct' | 'too_late';

/** The sheet of a booking; a booking made without one (by its unit, before there were questions) gets it now. */
async function lockBookingSheet(tx: Ctx, { id }: MyBookingDetail): Promise<SheetRow> {
  const found = await findBookingSheet(tx, id);
  if (found) return found;
  const [b] = await tx.db.select().from(bookings).where(eq(bookings.id, id));
  if (!b) throw new NotFound('booking');
  const { accountId, personId, childId, attendeeId, offeringId, organiserId } = b;
  const values = { accountId, personId, childId, attendeeId, offeringId, organiserId };
  await tx.db
    .insert(answerSheets)
    .values({ id: newId(), ...values, bookingId: id, createdAt: tx.now, updatedAt: tx.now })
    .onConflictDoNothing();
  const made = await findBookingSheet(tx, id);
  if (!made) throw new NotFound('sheet');
  return made;
}

/** What stands as answered, and the form without consents taken back: those are not asked for again. */
function askedNow(form: FormFacts, stored: ReadonlyMap<string, StoredAnswerRow>) {
  const current = ({ id, version }: FormQuestion) => {
    const one = stored.get(id);
    return one?.version === version ? one : undefined;
  };
  const asked = form.questions.filter((q) => !current(q)?.withdrawn);
  const fixed = new Map(
    asked.flatMap((q) => {
      const one = current(q);
      return one ? [[q.id, one.value] as const] : [];
    }),
  );
  return { asked, fixed };
}

/**
 * Answers what a booking is newly asked for, until its cancel deadline. Only what is asked is taken;
 * answers that stand are not touched. Throws NotFound for a booking that is not one's own.
 * Refuses `too_late` after the deadline; `form_changed` when a question was renewed meanwhile;
 * `to_correct` with words for the fields, what is good being `saved`.
 */
export async function completeAnswers(
  ctx: Ctx,
  { bookingId, formVersion, sent, seen }: CompleteAnswersInput,
): Promise<Result<{ bookingId: string }, CompleteRefusal>> {
  const uploads = await readUploads(ctx, sent);
  const done = await transaction(ctx, async (tx) => {
    // Own bookings and those of one's children only; anyone else's is NotFound.
    const booking = await getMyBooking(tx, bookingId);
    authorize(tx.actor.kind === 'account');
    if (!mayStillAnswer(booking, tx.now)) return refuse('too_late');
    const form = await readFormOf(tx, booking);
    if (form.questions.length === 0) return ok({ complete: true, errors: {}, files: '', saved: 0 });
    if (isOutdated(form, formVersion, sent)) return refuse('form_changed');
    const sheet = await lockBookingSheet(tx, booking);
    const stored = await readAnswers(tx, sheet.id);
    const { asked, fixed } = askedNow(form, stored);
    const evaluated = evaluatePosted({
      form: { ...form, questions: asked },
      ...{ sent, seen, uploads, stored, fixed },
    });
    const complete = Object.keys(evaluated.errors).length === 0;
    await storeAnswers(tx, {
      sheet,
      asked: asked.filter((q) => evaluated.values.has(q.id)),
      values: evaluated.values,
      stored,
      uploads: goodUploads(uploads, evaluated),
      completeVersion: complete ? form.version : 0,
    });
    await noteInHistory(
      tx,
      booking,
      'supplemented',
      supplementWords(asked, stored, evaluated.values),
    );
    const open = answerProgressOf(form.questions, await readAnswers(tx, sheet.id)).open.length;
    await recordAudit(tx, {
      action: 'complete_answers',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: sheet.organiserId,
      after: { answered: evaluated.values.size, open, form: form.version },
    });
    return ok({ complete, errors: { ...evaluated.errors }, ...savedSoFar(evaluated) });
  });
  if (!done.ok) return done;
  const { complete, errors, ...saved } = done.value;
  if (!complete) return refuse('to_correct', { fieldErrors: errors, detail: saved });
  return ok({ bookingId });
}
