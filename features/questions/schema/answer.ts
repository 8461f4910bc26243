import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';

/** A field per question: what was typed, ticked several times, or a file. Longer than any answer may be is cut off here. */
const field = z.union([
  z.string().max(20_000, '内容太长，请精简'),
  z.array(z.string().max(2000)).max(60, '选项太多，请重选'),
  z.instanceof(File),
]);

const isQuestion = (name: string) => /^q-[0-9a-f-]{36}$/.test(name);

/** The known fields, and the rest by question id; a name that is no question is refused. */
export function byQuestion(
  known: readonly string[],
  input: Record<string, unknown>,
  ctx: z.RefinementCtx,
): Map<string, z.output<typeof field>> {
  const found = new Map<string, z.output<typeof field>>();
  for (const [name, value] of Object.entries(input)) {
    if (known.includes(name)) continue;
    const parsed = field.safeParse(value);
    if (!isQuestion(name)) {
      ctx.addIssue({
        code: 'custom',
        path: ['form'],
        message: '表单里有不认识的内容，请刷新后重填',
      });
    } else if (!parsed.success) {
      ctx.addIssue({ code: 'custom', path: [name], message: '内容太长，请精简' });
    } else found.set(name.slice(2), parsed.data);
  }
  return found;
}

/** The questions that stood on the page, by id; nothing sent means all of them. */
const seen = z
  .string()
  .max(2000, '请刷新后重试')
  .optional()
  .transform((ids) => (ids === undefined ? null : new Set(ids.split(','))));

const formVersion = z.coerce.number({ error: '请刷新后重试' }).int().min(0);

/** What every form with the questions of an offering carries beside the answers. */
export const questionFormFields = { formVersion, seen };

/** The answers a person prepares before booking. */
export const prepareAnswersInput = z
  .looseObject({
    offeringId: recordId,
    sessionId: recordId,
    /** `self`, or the child's id. */
    who: z.union([z.literal('self'), recordId], { error: '请选择给谁报名' }),
    formVersion,
    seen,
  })
  .transform((f, ctx) => ({
    offeringId: f.offeringId,
    sessionId: f.sessionId,
    who: f.who,
    formVersion: f.formVersion,
    seen: f.seen,
    sent: byQuestion(['offeringId', 'sessionId', 'who', 'formVersion', 'seen'], f, ctx),
  }));
export type PrepareAnswersInput = z.output<typeof prepareAnswersInput>;

/** The answers that a booking was newly asked for. */
export const completeAnswersInput = z
  .looseObject({ bookingId: recordId, formVersion, seen })
  .transform((f, ctx) => ({
    bookingId: f.bookingId,
    formVersion: f.formVersion,
    seen: f.seen,
    sent: byQuestion(['bookingId', 'formVersion', 'seen'], f, ctx),
  }));
export type CompleteAnswersInput = z.output<typeof completeAnswersInput>;

export const withdrawAnswerInput = z.strictObject({ bookingId: recordId, questionId: recordId });
export type WithdrawAnswerInput = z.output<typeof withdrawAnswerInput>;

export const revealAnswersInput = z.strictObject({ bookingId: recordId });
export type RevealAnswersInput = z.output<typeof revealAnswersInput>;

export type SentAnswers = PrepareAnswersInput['sent'];
