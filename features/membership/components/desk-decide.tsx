import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { Form } from '@/components/forms/form';
import { ReasonFields } from '@/components/forms/reason-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DecideBar, DecideFold } from '@/components/ui/decide-bar';
import { Kbd } from '@/components/ui/kbd';
import { newId } from '@/lib/ids';
import {
  approveApplicationAction,
  rejectApplicationAction,
  sendBackApplicationAction,
} from '../actions';
import type { DeskApplication } from '../queries/desk-application';
import { cannedReasons, isLastStep } from '../rules/desk';
import { questionLabels, questions } from '../rules/questions';

interface DeskDecideProps {
  application: DeskApplication;
  /** The list's address and the case after this one. */
  back: string;
  next?: string;
  undoSeconds: number;
}

function Hidden({ application, back, next }: Omit<DeskDecideProps, 'undoSeconds'>) {
  const values = { applicationId: application.id, version: application.version, back, next };
  return Object.entries(values).map(
    ([name, value]) =>
      value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  );
}

/** 通过 · 退回补正 · 不予通过, each with its own form; works without script. */
export function DeskDecide({ undoSeconds, ...rest }: DeskDecideProps) {
  const last = isLastStep(rest.application);
  const hidden = <Hidden {...rest} />;
  return (
    <DecideBar note={undoSeconds > 0 ? `${undoSeconds} 秒内可撤销，之后发短信` : undefined}>
      <Form
        action={approveApplicationAction}
        id="approve"
        idempotencyKey={newId()}
        aria-label="通过"
      >
        {hidden}
        <SubmitButton pendingText="办理中…">
          {last ? '通过' : '同意并转上级'}
          <Kbd>A</Kbd>
        </SubmitButton>
      </Form>
      <DecideFold
        id="send-back"
        title="退回补正"
        label={
          <>
            退回补正<Kbd>R</Kbd>
          </>
        }
      >
        <Form action={sendBackApplicationAction} idempotencyKey={newId()} aria-label="退回补正">
          {hidden}
          <CheckboxGroup
            name="fields"
            label="要补正哪几项"
            options={questions.map((name) => ({ value: name, label: questionLabels[name] }))}
            columns
          />
          <ReasonFields sentences={cannedReasons.sent_back} hint="申请人会看到" />
          <SubmitButton block={false}>退回给申请人</SubmitButton>
        </Form>
      </DecideFold>
      <DecideFold
        id="reject"
        title="不予通过"
        danger
        label={
          <>
            不予通过<Kbd>E</Kbd>
          </>
        }
      >
        <Form action={rejectApplicationAction} idempotencyKey={newId()} aria-label="不予通过">
          {hidden}
          <ReasonFields sentences={cannedReasons.rejected} hint="申请人会看到，必须有原因" />
          <SubmitButton block={false} variant="danger">
            不予通过
          </SubmitButton>
        </Form>
      </DecideFold>
    </DecideBar>
  );
}
