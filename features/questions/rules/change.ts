import {
  decidingValues,
  mostFiles,
  mostQuestions,
  type Question,
  type QuestionContent,
} from './question';
import { conditionProblem } from './shown';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What decides which answers are good; whoever answered before is asked again when it changes. */
const asks = (q: QuestionContent) => [
  q.type,
  q.choices,
  q.required,
  q.least,
  q.most,
  // The words of a consent are what was agreed to (PIPL 14): other words, another consent.
  q.type === 'consent' && [q.label, q.hint],
];

export type ChangeKind = 'none' | 'words' | 'shown' | 'version';

/**
 * What a change of a question means: `words` leaves every answer good, `shown` may show it to others,
 * `version` asks again whoever has answered. Source: domain.md §3.9.
 */
export function changeOf(before: QuestionContent, after: QuestionContent): ChangeKind {
  if (!same(asks(before), asks(after))) return 'version';
  const shown = (q: QuestionContent) => [q.condition, [...q.sessionIds].sort()];
  if (!same(shown(before), shown(after))) return 'shown';
  const words = (q: QuestionContent) => [q.label, q.hint, q.sensitive, q.keptDays];
  return same(words(before), words(after)) ? 'none' : 'words';
}

export type ChangeRefusal =
  | 'sensitive_off'
  | 'kept_longer'
  | 'files_lost'
  | 'decides_others'
  | 'condition_later'
  | 'condition_unknown'
  | 'condition_value'
  | 'too_many'
  | 'too_many_files';

type Refused = { readonly reason: ChangeRefusal; readonly label: string } | null;

/** What would be broken by a change where people have answered already (`answered` of them). */
function lossOf(before: Question, after: QuestionContent, answered: number): Refused {
  if (answered === 0) return null;
  const { label } = before;
  if (before.sensitive && !after.sensitive) return { reason: 'sensitive_off', label };
  if (after.keptDays > before.keptDays) return { reason: 'kept_longer', label };
  if (before.type === 'file' && after.type !== 'file') return { reason: 'files_lost', label };
  return null;
}

/** The questions that are shown or hidden by this one's answer. */
export const dependentsOf = (form: readonly Question[], id: string): Question[] =>
  form.filter((q) => q.condition?.questionId === id);

/** Whether a whole form stands: conditions look back at answers that can be given, and it is no book. */
export function formProblem(form: readonly Question[]): Refused {
  if (form.length > mostQuestions) return { reason: 'too_many', label: '' };
  if (form.filter((q) => q.type === 'file').length > mostFiles) {
    return { reason: 'too_many_files', label: '' };
  }
  const found = conditionProblem(form);
  return found && { reason: found.problem, label: found.question.label };
}

/**
 * Why a question may not be changed so; null when it may. Nothing is lost: what was promised as
 * sensitive stays sealed, nothing is kept longer than people were told, no file loses its question.
 * Source: domain.md §3.9.
 * @param form the offering's questions in order, without retired ones
 */
export function refuseChange(
  form: readonly Question[],
  after: Question,
  answered: number,
): Refused {
  const before = form.find((q) => q.id === after.id);
  const loss = before ? lossOf(before, after, answered) : null;
  if (loss) return loss;
  const [broken] = dependentsOf(form, after.id).filter(
    (q) => q.condition && !decidingValues(after).includes(q.condition.value),
  );
  if (broken) return { reason: 'decides_others', label: broken.label };
  return formProblem(before ? form.map((q) => (q.id === after.id ? after : q)) : [...form, after]);
}

/** The order after one step up or down; the same order at an end. */
export function moved<T>(list: readonly T[], at: number, step: -1 | 1): T[] {
  const to = at + step;
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  next.splice(to, 0, one);
  return next;
}
