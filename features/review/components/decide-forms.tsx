import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { ReasonFields } from '@/components/forms/reason-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { DecideBar, DecideSend, decideFold } from '@/components/ui/decide-bar';
import { Kbd } from '@/components/ui/kbd';
import { newId } from '@/lib/ids';

interface DecideFormsProps {
  approve: FormAction;
  sendBack: FormAction;
  reject: FormAction;
  /** What each form sends along: which case, which version, where to go next. */
  values: Readonly<Record<string, string | number | undefined>>;
  approveLabel?: string;
  /** What can be sent back for correction. */
  fields: readonly { value: string; label: string }[];
  sentences: { readonly sendBack: readonly string[]; readonly reject: readonly string[] };
  /** Who reads the reason: 申请人, 报名人. */
  reader: string;
  note?: string;
}

const labelled = (label: string, key: string) => (
  <>
    {label}
    <Kbd>{key}</Kbd>
  </>
);

const folds = {
  sendBack: decideFold({ id: 'send-back', title: '退回补正', label: labelled('退回补正', 'R') }),
  reject: decideFold({
    id: 'reject',
    title: '不予通过',
    danger: true,
    label: labelled('不予通过', 'E'),
  }),
};

/** 通过 · 退回补正 · 不予通过, each with its own form; works without script. */
export function DecideForms(props: DecideFormsProps) {
  const { approve, sendBack, reject, values, fields, sentences, reader } = props;
  const hidden = Object.entries(values).map(
    ([name, value]) =>
      value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
  );
  return (
    <DecideBar note={props.note}>
      <Form action={approve} id="approve" idempotencyKey={newId()} aria-label="通过">
        {hidden}
        <SubmitButton pendingText="办理中…">
          {props.approveLabel ?? '通过'}
          <Kbd>A</Kbd>
        </SubmitButton>
      </Form>
      <Form
        action={sendBack}
        part="send-back"
        idempotencyKey={newId()}
        aria-label="退回补正"
        fold={folds.sendBack}
      >
        {hidden}
        <CheckboxGroup name="fields" label="要补正哪几项" options={[...fields]} columns />
        <ReasonFields sentences={sentences.sendBack} hint={`${reader}会看到`} />
        <DecideSend>
          <SubmitButton block={false}>{`退回给${reader}`}</SubmitButton>
        </DecideSend>
      </Form>
      <Form
        action={reject}
        part="reject"
        idempotencyKey={newId()}
        aria-label="不予通过"
        fold={folds.reject}
      >
        {hidden}
        <ReasonFields sentences={sentences.reject} hint={`${reader}会看到`} />
        <DecideSend>
          <SubmitButton block={false}>不予通过</SubmitButton>
        </DecideSend>
      </Form>
    </DecideBar>
  );
}
