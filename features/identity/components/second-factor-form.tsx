import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import { NextField } from './auth-page';

interface SecondFactorFormProps {
  action: FormAction;
  next: string | undefined;
  submit: string;
}

/** The six digits of the authenticator app. */
export function SecondFactorForm({ action, next, submit }: SecondFactorFormProps) {
  return (
    <Form action={action}>
      <FieldStack>
        <NextField next={next} />
        <CodeField
          name="code"
          label="动态码"
          hint="打开手机里的身份验证器，输入本网站那一项的 6 位数字。"
        />
        <SubmitButton pendingText="核对中…">{submit}</SubmitButton>
      </FieldStack>
    </Form>
  );
}
