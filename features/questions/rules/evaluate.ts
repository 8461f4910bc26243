import { missingWords, parseAnswer, type Typed, unseenWords } from './parse-answer';
import { type AnswerValue, fieldOf, type Question } from './question';
import { shownQuestions } from './shown';

/** What came for one question: what was typed, and for a file what is at hand or wrong with it. */
export interface PostedAnswer {
  readonly typed: Typed;
  readonly file?: AnswerValue;
  readonly fileProblem?: string | null;
  /** False when the page did not show the question, because only this answer brings it up. */
  readonly seen: boolean;
}

export interface EvaluatedAnswers {
  /** Good answers to shown questions. */
  readonly values: ReadonlyMap<string, AnswerValue>;
  /** By form field; empty when everything is well. */
  readonly errors: Readonly<Record<string, string>>;
  readonly shown: readonly Question[];
}

function answerOf(q: Question, sent: PostedAnswer): { value?: AnswerValue; error?: string } {
  if (sent.fileProblem) return { error: sent.fileProblem, value: sent.file };
  const parsed = parseAnswer(q, sent.typed);
  if (parsed.state === 'wrong') return { error: parsed.message };
  const value =
    q.type === 'file' ? sent.file : parsed.state === 'answered' ? parsed.value : undefined;
  if (value !== undefined) return { value };
  if (q.required) return { error: missingWords(q) };
  // Without a script the page could not bring it up by itself: it comes back once, to be seen.
  return sent.seen ? {} : { error: unseenWords };
}

/**
 * Judges a whole form at once, question by question in order, so that an answer decides what is shown
 * after it. What comes for a hidden question is left aside: it was not asked.
 * @param fixed answers that stand and are not asked again
 */
export function judge(
  form: readonly Question[],
  sentFor: (q: Question) => PostedAnswer,
  fixed: ReadonlyMap<string, AnswerValue> = new Map(),
): EvaluatedAnswers {
  const all = new Map(fixed);
  const values = new Map<string, AnswerValue>();
  const errors: Record<string, string> = {};
  form.forEach((q, at) => {
    if (fixed.has(q.id) || !shownQuestions(form.slice(0, at + 1), all).includes(q)) return;
    const { value, error } = answerOf(q, sentFor(q));
    if (error) errors[fieldOf(q.id)] = error;
    if (value === undefined) return;
    values.set(q.id, value);
    all.set(q.id, value);
  });
  return { values, errors, shown: shownQuestions(form, all) };
}
