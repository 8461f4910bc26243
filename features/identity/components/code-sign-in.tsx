import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { resendCodeAction, signInWithCodeAction } from '../actions';
import { NextField } from './auth-page';
import { ResendButton } from './resend-button';

interface CodeSignInProps {
  to: string;
  maskedPhone: string;
  seconds: number;
  next: string | undefined;
}

/** Second step: the texted code in one field, and another code when none came. */
export function CodeSignIn({ to, maskedPhone, seconds, next }: CodeSignInProps) {
  return (
    <>
      <Form action={signInWithCodeAction}>
        <input type="hidden" name="to" value={to} />
        <NextField next={next} />
        <FieldStack>
          <CodeField name="code" below={`6 位数字，已发到 ${maskedPhone}，10 分钟内有效。`} />
          <SubmitButton pendingText="登录中…">登录</SubmitButton>
        </FieldStack>
      </Form>
      <Form action={resendCodeAction} className="mt-3" aria-label="重新获取验证码">
        <input type="hidden" name="to" value={to} />
        <NextField next={next} />
        <ResendButton seconds={seconds} />
      </Form>
    </>
  );
}
