import { parseAnswer, type Typed } from './parse-answer';
import type { AnswerValue, Question } from './question';
import { shownQuestions } from './shown';

/** An answer as stored: to which version of its question, and whether a consent was taken back. */
export interface StoredAnswer {
  readonly version: number;
  readonly value: AnswerValue;
  readonly withdrawn: boolean;
}

export interface AnswerProgress {
  readonly shown: readonly Question[];
  /** Shown and not answered, or answered before the question changed. */
  readonly asked: readonly Question[];
  /** Those of them that must be answered. */
  readonly open: readonly Question[];
}

/** A kept value as a form would send it again; a file is not sent twice. */
export function typedOf(value: AnswerValue): Typed {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === true) return 'yes';
  return 'file' in value ? undefined : value;
}

/**
 * Whether a value, given elsewhere or before, is still a good answer to the question as it stands.
 * Source: domain.md §3.9.
 */
export function stillGood(question: Question, value: AnswerValue): boolean {
  if (question.type === 'file') return typeof value === 'object' && 'file' in value;
  return parseAnswer(question, typedOf(value)).state === 'answered';
}

/**
 * Where a person stands with a form: answers survive a new version, and only the changed questions are
 * asked again (domain.md §3.9). A consent taken back stays taken back; it is not asked for again.
 */
export function answerProgressOf(
  form: readonly Question[],
  stored: ReadonlyMap<string, StoredAnswer>,
): AnswerProgress {
  const counting = new Map(
    [...stored].flatMap(([id, { value, withdrawn }]) => (withdrawn ? [] : [[id, value] as const])),
  );
  const shown = shownQuestions(form, counting);
  const asked = shown.filter((q) => stored.get(q.id)?.version !== q.version);
  return { shown, asked, open: asked.filter((q) => q.required) };
}

/** Earlier answers of the same person to the same line of questions, as far as they may and still fit. */
export function prefilled(
  form: readonly (Question & { readonly lineage: string })[],
  earlier: ReadonlyMap<string, AnswerValue>,
): Map<string, AnswerValue> {
  const own = form.filter((q) => !q.sensitive && q.type !== 'file' && q.type !== 'consent');
  return new Map(
    own.flatMap((q) => {
      const value = earlier.get(q.lineage);
      return value !== undefined && stillGood(q, value) ? [[q.id, value] as const] : [];
    }),
  );
}
