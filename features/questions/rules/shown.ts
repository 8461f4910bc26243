import { type AnswerValue, type Condition, decidingValues, type Question } from './question';

type Answers = ReadonlyMap<string, AnswerValue>;

/** Whether an answer is what the condition waits for. */
export function meetsCondition(answer: AnswerValue | undefined, { value }: Condition): boolean {
  if (answer === undefined) return false;
  if (answer === true) return value === 'yes';
  return Array.isArray(answer) ? answer.includes(value) : answer === value;
}

/**
 * The questions to show for these answers, in order. A condition looks only at earlier questions, and
 * only at those that are shown themselves: what is hidden has no answer that counts.
 * Source: domain.md §3.9.
 */
export function shownQuestions<Q extends Question>(form: readonly Q[], answers: Answers): Q[] {
  const shown = new Set<string>();
  return form.filter(({ id, condition }) => {
    const on =
      condition === null ||
      (shown.has(condition.questionId) &&
        meetsCondition(answers.get(condition.questionId), condition));
    if (on) shown.add(id);
    return on;
  });
}

export type ConditionProblem = 'condition_later' | 'condition_unknown' | 'condition_value';

/**
 * What is wrong with the conditions of a form in this order; null when nothing is. Looking only
 * backwards, they cannot go in a circle.
 */
export function conditionProblem(
  form: readonly Question[],
): { problem: ConditionProblem; question: Question } | null {
  for (const [index, question] of form.entries()) {
    const { condition } = question;
    if (!condition) continue;
    const at = form.findIndex((other) => other.id === condition.questionId);
    const asked = form[at];
    if (!asked) return { problem: 'condition_unknown', question };
    if (at >= index) return { problem: 'condition_later', question };
    if (!decidingValues(asked).includes(condition.value)) {
      return { problem: 'condition_value', question };
    }
  }
  return null;
}
