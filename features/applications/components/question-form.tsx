import type { ReactNode } from 'react';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { ActionBar } from '@/components/layout/action-bar';
import { StepHeader } from '@/components/ui/step-header';
import type { JoinForm } from '../queries/joining';
import { type JoinQuestion, stepOf, stepsTotal } from '../rules/questions';

interface QuestionFormProps {
  action: FormAction;
  question: JoinQuestion;
  from?: string;
  /** The draft so far; sent back, its question leads back to the case. */
  form: JoinForm | null;
  children: ReactNode;
}

/** One question: the step, the control, one 继续; 保存并返回 where it was opened to be changed. Saved with each answer. */
export function QuestionForm({ action, question, from, form, children }: QuestionFormProps) {
  const returns = Boolean(from) || form?.status === 'sent_back';
  return (
    <Form action={action} flow>
      {!returns && <StepHeader step={stepOf(question)} total={stepsTotal} />}
      {from && <input type="hidden" name="from" value={from} />}
      {children}
      <ActionBar>
        <SubmitButton pendingText="保存中…">{returns ? '保存并返回' : '继续'}</SubmitButton>
      </ActionBar>
    </Form>
  );
}
