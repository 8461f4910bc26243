import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import type { OwnAnswers, OwnLine } from '../queries/own-answers';
import { retentionWords } from '../rules/retention';

interface OwnAnswersProps {
  bookingId: string;
  answers: OwnAnswers;
  withdraw: FormAction;
}

/** What is missing, and the one thing to do about it; nothing when nothing is missing. */
export function AskedAgain({ bookingId, answers }: Omit<OwnAnswersProps, 'withdraw'>) {
  const { open, canAnswer } = answers;
  if (open === 0) return null;
  return (
    <Notice tone="warning" className="mt-4">
      <b className="block">需补充</b>
      {canAnswer
        ? `还有 ${open} 题要您回答，已填的不用再填。`
        : `还有 ${open} 题没有回答，已过修改时间，请打电话给组织单位补充。`}
      {canAnswer && (
        <div className="mt-2">
          <LinkButton href={`/me/bookings/${bookingId}/questions`} small>
            去补充
          </LinkButton>
        </div>
      )}
    </Notice>
  );
}

function Consent({
  bookingId,
  line,
  withdraw,
}: { line: OwnLine } & Omit<OwnAnswersProps, 'answers'>) {
  if (line.consent === 'withdrawn') return <>已撤回同意</>;
  return (
    <>
      已同意
      <Form action={withdraw} aria-label={`撤回：${line.label}`}>
        <input type="hidden" name="bookingId" value={bookingId} />
        <input type="hidden" name="questionId" value={line.questionId} />
        <SubmitButton variant="text" small block={false} pendingText="撤回中…">
          撤回同意
        </SubmitButton>
      </Form>
    </>
  );
}

/** One's own answers, how long each is kept, and the way to take a consent back. */
export function OwnAnswersSection({ bookingId, answers, withdraw }: OwnAnswersProps) {
  if (answers.lines.length === 0) return null;
  return (
    <Section title="您的回答">
      <SummaryList
        rows={answers.lines.map((line) => ({
          question: line.label,
          answer: (
            <>
              {line.consent ? (
                <Consent {...{ bookingId, line, withdraw }} />
              ) : line.fileHref ? (
                <a href={line.fileHref} className="link inline-flex min-h-target items-center">
                  {line.words}，下载
                </a>
              ) : (
                <span className="whitespace-pre-line">{line.words}</span>
              )}
              <span className="block text-meta text-ink-3">
                {`${line.sensitive ? '加密保存，' : ''}${retentionWords(line.keptDays)}`}
              </span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
