import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { correctAtCounterAction } from '../actions';
import type { CounterCorrectionFacts as Asked } from '../queries/counter-form';
import { counterProofLabels, counterProofs } from '../rules/proof';
import { AcceptField } from './accept-field';
import { IdentityFields } from './identity-fields';

interface Props {
  form: Asked;
  /** The officer gave the second factor just now. */
  confirmed: boolean;
  today: string;
}

/** 当面更正: the member stands at the counter with the original. */
export function CounterCorrectionForm({ form, confirmed, today }: Props) {
  const here = `/desk/members/${form.personId}/correct`;
  if (form.own) return <Notice tone="info">这是您本人或家人的资料，请由同事办理（回避）。</Notice>;
  if (!confirmed) {
    return (
      <Panel title="先确认是您本人操作" className="max-w-[560px]">
        <p className="text-ink-2">
          当面更正前要再
          <TextLink href={`/staff/confirm?next=${encodeURIComponent(here)}`}>输入动态码</TextLink>。
        </p>
      </Panel>
    );
  }
  return (
    <Panel className="max-w-[560px]">
      <Form action={correctAtCounterAction} isPrivate aria-label="当面更正">
        <input type="hidden" name="personId" value={form.personId} />
        <FieldStack>
          <IdentityFields values={form} idMasked={form.idMasked} other={false} today={today} />
          <SelectField
            name="proof"
            label="看过哪种证件原件"
            options={counterProofs.map((value) => ({ value, label: counterProofLabels[value] }))}
            placeholder="请选择"
          />
          <TextField
            name="reason"
            label="为什么更正"
            hint="记入操作日志，不要写证件号码。"
            maxLength={100}
          />
          <CheckboxField name="present" compact label="本人在场，已看过证件原件" />
          <AcceptField />
          <SubmitButton block={false} pendingText="更正中…">
            更正
          </SubmitButton>
        </FieldStack>
      </Form>
    </Panel>
  );
}
