import 'server-only';
import type { FormFacts } from '../queries/form';
import type { Upload, Uploads } from '../queries/read-uploads';
import type { StoredAnswerRow } from '../queries/sheet';
import { type EvaluatedAnswers, judge, type PostedAnswer } from '../rules/evaluate';
import type { AnswerValue } from '../rules/question';
import type { SentAnswers } from '../schema/answer';

/** Whether the form was another when the page was made: an older version, or a question it no longer has. */
export function isOutdated(form: FormFacts, formVersion: number, sent: SentAnswers): boolean {
  const known = new Set(form.questions.map((q) => q.id));
  return form.version !== formVersion || [...sent.keys()].some((id) => !known.has(id));
}

interface Judging {
  readonly form: FormFacts;
  readonly sent: SentAnswers;
  readonly seen: ReadonlySet<string> | null;
  readonly uploads: Uploads;
  readonly stored: ReadonlyMap<string, StoredAnswerRow>;
  /** Answers that stand and are not asked this time. */
  readonly fixed?: ReadonlyMap<string, AnswerValue>;
}

/** What came with the form, judged; a file that was sent before counts until another takes its place. */
export function evaluatePosted({
  form,
  sent,
  uploads,
  stored,
  fixed,
  ...page
}: Judging): EvaluatedAnswers {
  const sentFor = (q: { id: string }): PostedAnswer => {
    const value = sent.get(q.id);
    const isText = typeof value === 'string' || Array.isArray(value);
    const typed = isText ? (value as string | string[]) : undefined;
    const upload = uploads.get(q.id);
    const seen = page.seen === null || page.seen.has(q.id);
    const before = stored.get(q.id)?.value;
    const file = typeof before === 'object' && 'file' in before ? before : undefined;
    if (!upload) return { typed, seen, file };
    if ('problem' in upload) return { typed, seen, file, fileProblem: upload.problem };
    return { typed, seen, file: { file: q.id, size: upload.bytes.length } };
  };
  return judge(form.questions, sentFor, fixed);
}

/** The uploads that are worth keeping: good ones, to questions that are shown. */
export const goodUploads = (uploads: Uploads, { values }: EvaluatedAnswers): Map<string, Upload> =>
  new Map(
    [...uploads].flatMap(([id, upload]) =>
      'problem' in upload || !values.has(id) ? [] : [[id, upload] as const],
    ),
  );

/** How many answers are kept by now, and which files: the page says so, since it cannot fill those in again. */
export const savedSoFar = ({ values }: EvaluatedAnswers): { saved: number; files: string } => ({
  saved: values.size,
  files: [...values]
    .flatMap(([id, v]) => (typeof v === 'object' && 'file' in v ? [id] : []))
    .join(','),
});
