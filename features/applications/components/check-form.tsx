import { CheckboxField } from '@/components/forms/checkbox-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { StepHeader } from '@/components/ui/step-header';
import { SummaryList } from '@/components/ui/summary-list';
import { submitApplicationAction } from '../actions';
import type { JoinForm } from '../queries/joining';
import { stepsTotal } from '../rules/questions';
import { pledge } from '../rules/texts';
import { personRows, workRows } from './answers';
import { IdConsentField } from './id-consent-field';
import { RefreshOnChange } from './refresh-on-change';

interface CheckFormProps {
  form: JoinForm;
  idempotencyKey: string;
}

/** All answers once more, pledge and separate consent, then 提交申请. */
export function CheckForm({ form, idempotencyKey }: CheckFormProps) {
  return (
    <Form action={submitApplicationAction} idempotencyKey={idempotencyKey}>
      <RefreshOnChange />
      <input type="hidden" name="version" value={form.version} />
      <StepHeader step={stepsTotal} total={stepsTotal} />
      <PageHead title="核对一遍，再提交">点“修改”改完会回到这一页。</PageHead>
      <Section title="本人">
        <SummaryList rows={personRows(form, 'check')} />
      </Section>
      <Section title="工作">
        <SummaryList rows={workRows(form, 'check')} />
      </Section>
      <p className="mt-3">
        以前入过会、换了单位的，不用重新入会：
        <TextLink href="/join/transfer">登记转会</TextLink>
      </p>
      <Section title="入会声明">
        <p>{pledge.body}</p>
        <CheckboxField name="pledge" label="以上内容属实，我自愿入会" className="mt-3" />
        <IdConsentField />
      </Section>
      <div className="mt-6">
        <SubmitButton>提交申请</SubmitButton>
      </div>
      <p className="mt-3 text-secondary text-ink-2">
        提交后，工会干部打开之前都可以撤回。办理结果发短信到尾号 {form.phoneTail} 的手机。
      </p>
    </Form>
  );
}
