import type { StoredAnswer } from './answer-progress';
import type { AnswerValue, Question } from './question';

const quoted = (questions: readonly Question[]) => questions.map((q) => `“${q.label}”`).join('');

/**
 * What an added answer changed, for the booking's history: the questions by name. The answers themselves
 * are never in it, because they are deleted after their days and the history stays.
 * @returns null when nothing changed
 */
export function supplementWords(
  asked: readonly Question[],
  stored: ReadonlyMap<string, StoredAnswer>,
  values: ReadonlyMap<string, AnswerValue>,
): string | null {
  const given = asked.filter((q) => values.has(q.id));
  const same = (q: Question) => {
    const before = stored.get(q.id)?.value;
    const isFile = q.type === 'file';
    return !isFile && JSON.stringify(before) === JSON.stringify(values.get(q.id));
  };
  const added = given.filter((q) => !stored.has(q.id));
  const changed = given.filter((q) => stored.has(q.id) && !same(q));
  const confirmed = given.filter(
    (q) => stored.has(q.id) && same(q) && stored.get(q.id)?.version !== q.version,
  );
  const words = [
    added.length > 0 && `填了${quoted(added)}`,
    changed.length > 0 && `改了${quoted(changed)}`,
    confirmed.length > 0 && `重新确认了${quoted(confirmed)}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join('，') : null;
}
