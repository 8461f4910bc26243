import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import type { FormAction } from '@/components/forms/form-state';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { NextField } from './auth-page';

interface PasswordSignInProps {
  action: FormAction;
  next: string | undefined;
  submit?: string;
}

/** Phone and password, for members without signal and for officers; pasting and managers welcome. */
export function PasswordSignIn({ action, next, submit = '登录' }: PasswordSignInProps) {
  return (
    <Form action={action}>
      <FieldStack>
        <NextField next={next} />
        <PhoneField name="phone" label="手机号" autoComplete="username" />
        <TextField name="password" label="密码" type="password" autoComplete="current-password" />
        <SubmitButton pendingText="登录中…">{submit}</SubmitButton>
      </FieldStack>
    </Form>
  );
}
