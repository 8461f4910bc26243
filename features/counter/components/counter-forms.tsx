import { CheckboxField } from '@/components/forms/checkbox-field';
import { CodeField } from '@/components/forms/code-field';
import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { FieldsFold } from '@/components/forms/form-fold';
import { PhoneField } from '@/components/forms/phone-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Notice } from '@/components/ui/notice';
import { NameField } from '@/features/applications/components/name-field';
import { idConsent, pledge } from '@/features/applications/rules/texts';
import { ResendButton } from '@/features/identity/components/resend-button';
import { identityDocumentLabels } from '@/lib/china/id/messages';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { enterAtCounterAction, resendCounterCodeAction, sendCounterCodeAction } from '../actions';
import type { CounterScreen } from '../queries/counter';

/** First step: whose phone; the code proves that they are here. */
export function CounterPhoneForm() {
  return (
    <Form action={sendCounterCodeAction}>
      <FieldStack>
        <PhoneField
          name="phone"
          label="职工本人的手机号"
          hint="验证码发到这个手机，请本人念给您。"
        />
        <CheckboxField name="present" compact label="本人在场，同意工会代办" />
        <SubmitButton block={false} pendingText="发送中…">
          发送验证码
        </SubmitButton>
      </FieldStack>
    </Form>
  );
}

const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];

const otherPapers = {
  head: (
    <summary className="link inline-flex min-h-target items-center">
      通行证、台胞证、护照：补填生日和性别
    </summary>
  ),
};

function Answers({ screen }: { screen: CounterScreen }) {
  const { unions, occupations, today } = screen;
  const documents = identityDocumentTypes.map((value) => ({
    value,
    label: identityDocumentLabels[value],
  }));
  return (
    <>
      <NameField />
      <SelectField name="idType" label="证件类别" options={documents} defaultValue="resident_id" />
      <TextField
        name="idNumber"
        label="证件号码"
        autoComplete="off"
        hint="照证件录入，末位 X 大小写都可以。"
      />
      <FieldsFold fold={otherPapers} names={['birthOn', 'sex']}>
        <FieldStack>
          <DateField name="birthOn" label="出生日期" max={today} optional />
          <SelectField name="sex" label="性别" options={sexes} placeholder="不用填" optional />
        </FieldStack>
      </FieldsFold>
      <SelectField
        name="occupation"
        label="职业"
        placeholder="请选择"
        options={occupations.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="organisationId"
        label="加入的工会"
        placeholder={unions.length > 1 ? '请选择' : undefined}
        options={unions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="employerName" label="工作单位或站点" optional maxLength={60} />
    </>
  );
}

/** Second step: the worker's code, the answers, the pledge and the separate consent, all on one page. */
export function CounterForm({
  to,
  screen,
  idempotencyKey,
}: {
  to: string;
  screen: CounterScreen;
  idempotencyKey: string;
}) {
  return (
    <>
      <Notice tone="info" icon="user" className="mb-4">
        {`正在为 ${screen.maskedPhone} 代办。提交后本人会收到短信，您不能审核自己代办的申请。`}
      </Notice>
      <Form action={enterAtCounterAction} idempotencyKey={idempotencyKey}>
        <input type="hidden" name="to" value={to} />
        <FieldStack>
          <CodeField name="code" label="本人收到的验证码" below="6 位数字，10 分钟内有效。" />
          <Answers screen={screen} />
          <div>
            <p>请念给本人听：{pledge.body}</p>
            <CheckboxField name="pledge" label="本人确认以上声明，自愿入会" className="mt-2" />
          </div>
          <div>
            <p className="text-ink-2">{idConsent.body}</p>
            <CheckboxField name="idConsent" label="本人单独同意使用证件号码" className="mt-2" />
          </div>
          <SubmitButton block={false}>提交申请</SubmitButton>
        </FieldStack>
      </Form>
      <Form action={resendCounterCodeAction} className="mt-4 max-w-64" aria-label="重新获取验证码">
        <input type="hidden" name="to" value={to} />
        <ResendButton seconds={screen.seconds} />
      </Form>
    </>
  );
}
