import 'server-only';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { isOwnChild } from '@/features/identity/queries/own-case';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { answerProgressOf, prefilled, stillGood } from '../rules/answer-progress';
import { answerWords } from '../rules/answer-words';
import { mayStillAnswer } from '../rules/may-answer';
import type { AnswerValue, Question } from '../rules/question';
import { type FormFacts, readAllQuestions, readFormOf } from './form';
import {
  earlierAnswers,
  findBookingSheet,
  findDraftSheet,
  readAnswers,
  type StoredAnswerRow,
} from './sheet';

export type Values = Readonly<Record<string, AnswerValue>>;

export interface Draft {
  readonly formVersion: number;
  readonly questions: readonly Question[];
  /** What the fields start with. */
  readonly values: Values;
  /** Answered in whole, for the form as it stands: the booking will take it. */
  readonly ready: boolean;
  /** Some of `values` come from an earlier round. */
  readonly fromEarlier: boolean;
}

async function attendeeOf(tx: Ctx, who: string) {
  const { actor } = tx;
  if (actor.kind !== 'account' || !actor.personId) return null;
  if (who === 'self') return { accountId: actor.accountId, attendeeId: actor.personId };
  if (!isUuid(who) || !(await isOwnChild(tx, who))) throw new NotFound('attendee');
  return { accountId: actor.accountId, attendeeId: who };
}

const plain = ({ id, version, type, label, hint, required, ...q }: Question): Question => ({
  ...{ id, version, type, label, hint, required },
  choices: q.choices,
  least: q.least,
  most: q.most,
  condition: q.condition,
  sessionIds: q.sessionIds,
  sensitive: q.sensitive,
  keptDays: q.keptDays,
});

/** What stands on a sheet for the questions as they are now; a changed question starts from it if it still fits. */
function starting(
  form: FormFacts,
  stored: ReadonlyMap<string, StoredAnswerRow>,
): Map<string, AnswerValue> {
  return new Map(
    form.questions.flatMap((q) => {
      const one = stored.get(q.id);
      return one && !one.withdrawn && stillGood(q, one.value) ? [[q.id, one.value] as const] : [];
    }),
  );
}

/**
 * The form of a session for a member who is about to book it, with what they have prepared so far, or
 * with what they answered to the same questions in an earlier round; null when nothing is asked. Throws
 * NotFound for a child that is not the member's.
 */
export async function findDraft(
  ctx: Ctx,
  { offeringId, sessionId, who }: { offeringId: string; sessionId: string; who: string },
): Promise<Draft | null> {
  return read(ctx, async (tx) => {
    const form = await readFormOf(tx, { offeringId, sessionId });
    const limited =
      form.elsewhere.length > 0 || form.questions.some((q) => q.sessionIds.length > 0);
    if (form.questions.length === 0) return null;
    const owner = await attendeeOf(tx, who);
    const sheet = owner && (await findDraftSheet(tx, { offeringId, ...owner }));
    const stored = sheet ? await readAnswers(tx, sheet.id) : new Map<string, StoredAnswerRow>();
    const lineages = form.questions.map((q) => q.lineage);
    const earlier =
      owner && !sheet
        ? prefilled(form.questions, await earlierAnswers(tx, { ...owner, lineages }))
        : new Map<string, AnswerValue>();
    return {
      formVersion: form.version,
      questions: form.questions.map(plain),
      values: Object.fromEntries([...earlier, ...starting(form, stored)]),
      ready: sheet?.completeVersion === form.version && (!limited || sheet.sessionId === sessionId),
      fromEarlier: earlier.size > 0,
    };
  });
}

export interface OwnLine {
  readonly questionId: string;
  readonly label: string;
  readonly words: string;
  readonly fileHref: string | null;
  readonly sensitive: boolean;
  readonly keptDays: number;
  /** A consent that can be taken back. */
  readonly consent: 'given' | 'withdrawn' | null;
}

const ownLine = (q: Question, one: StoredAnswerRow): OwnLine => ({
  questionId: q.id,
  label: q.label,
  words: answerWords(q.type, one.value),
  fileHref: one.fileId && `/api/answer-files/${one.fileId}`,
  sensitive: q.sensitive,
  keptDays: q.keptDays,
  consent: q.type === 'consent' ? (one.withdrawn ? 'withdrawn' : 'given') : null,
});

const isTakenBack = (q: Question, stored: ReadonlyMap<string, StoredAnswerRow>) => {
  const one = stored.get(q.id);
  return one?.withdrawn === true && one.version === q.version;
};

/**
 * The answers of one's own booking, and what the form asks meanwhile. The booking comes from
 * `getMyBooking`, which gives only one's own.
 */
export async function getOwnAnswers(ctx: Ctx, booking: MyBookingDetail) {
  return read(ctx, async (tx) => {
    const [form, all, sheet] = await Promise.all([
      readFormOf(tx, booking),
      readAllQuestions(tx, booking.offeringId),
      findBookingSheet(tx, booking.id),
    ]);
    const stored = sheet ? await readAnswers(tx, sheet.id) : new Map<string, StoredAnswerRow>();
    const { asked, open } = answerProgressOf(form.questions, stored);
    return {
      lines: all.flatMap((q) => {
        const one = stored.get(q.id);
        return one ? [ownLine(q, one)] : [];
      }),
      formVersion: form.version,
      /** The form without consents taken back; answered questions come along, since others look at them. */
      questions: form.questions.filter((q) => !isTakenBack(q, stored)).map(plain),
      values: Object.fromEntries(starting(form, stored)) as Values,
      asked: asked.map((q) => q.id),
      open: open.length,
      canAnswer: mayStillAnswer(booking, booking.now),
    };
  });
}

export type OwnAnswers = Awaited<ReturnType<typeof getOwnAnswers>>;
