import type { ReactNode } from 'react';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { ActionBar } from '@/components/layout/action-bar';
import { StepHeader } from '@/components/ui/step-header';
import { type Question, stepOf, stepsTotal } from '../rules/questions';

interface QuestionFormProps {
  action: FormAction;
  question: Question;
  from?: string;
  children: ReactNode;
}

/** One question: the step, the control, one 继续. Saved on the server with each answer. */
export function QuestionForm({ action, question, from, children }: QuestionFormProps) {
  return (
    <Form action={action} flow>
      <StepHeader step={stepOf(question)} total={stepsTotal} />
      {from && <input type="hidden" name="from" value={from} />}
      {children}
      <ActionBar>
        <SubmitButton pendingText="保存中…">继续</SubmitButton>
      </ActionBar>
    </Form>
  );
}
