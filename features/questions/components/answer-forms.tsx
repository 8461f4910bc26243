import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { MOST_WITH_FILES } from '@/components/forms/too-large';
import { ActionBar } from '@/components/layout/action-bar';
import { Notice } from '@/components/ui/notice';
import type { Draft, OwnAnswers } from '../queries/own-answers';
import { retentionWords } from '../rules/retention';
import { QuestionFields } from './question-fields';

/** Where the answers go and until when, in one line. */
export function KeptNote({ questions }: { questions: readonly { keptDays: number }[] }) {
  const longest = Math.max(...questions.map((q) => q.keptDays));
  return (
    <p className="mb-4 text-secondary text-ink-2">
      {`回答只给组织单位办这项服务用，${retentionWords(longest)}。`}
    </p>
  );
}

interface PrepareFormProps {
  action: FormAction;
  draft: Draft;
  fields: Readonly<Record<string, string>>;
}

/** What the offering asks before booking, on one page. */
export function PrepareForm({ action, draft, fields }: PrepareFormProps) {
  return (
    <Form isPrivate action={action} flow maxBytes={MOST_WITH_FILES} aria-label="报名问题">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="formVersion" value={draft.formVersion} />
      <KeptNote questions={draft.questions} />
      {draft.fromEarlier && (
        <Notice tone="info" className="mb-4">
          已带出您上次的回答，请核对。
        </Notice>
      )}
      <QuestionFields questions={draft.questions} values={draft.values} />
      <div className="h-8" />
      <ActionBar>
        <SubmitButton pendingText="保存中…">下一步</SubmitButton>
      </ActionBar>
    </Form>
  );
}

interface CompleteFormProps {
  action: FormAction;
  bookingId: string;
  answers: OwnAnswers;
}

/** Only what was newly asked of a booking; what stands is not asked again. */
export function CompleteForm({ action, bookingId, answers }: CompleteFormProps) {
  return (
    <Form isPrivate action={action} flow maxBytes={MOST_WITH_FILES} aria-label="补充回答">
      <input type="hidden" name="bookingId" value={bookingId} />
      <input type="hidden" name="formVersion" value={answers.formVersion} />
      <KeptNote questions={answers.questions} />
      <QuestionFields questions={answers.questions} values={answers.values} asked={answers.asked} />
      <div className="h-8" />
      <ActionBar>
        <SubmitButton>提交补充</SubmitButton>
      </ActionBar>
    </Form>
  );
}
