import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { requestPasswordCodeAction, setPasswordAction } from '../actions';

/** A code to one's own phone comes first: an unlocked phone in other hands is not enough. */
export function PasswordChange({ maskedPhone, sent }: { maskedPhone: string; sent: boolean }) {
  if (!sent) {
    return (
      <Form action={requestPasswordCodeAction}>
        <FieldStack>
          <p className="mb-4 text-ink-2">先验证手机 {maskedPhone}。</p>
          <SubmitButton pendingText="发送中…">获取验证码</SubmitButton>
        </FieldStack>
      </Form>
    );
  }
  return (
    <Form action={setPasswordAction}>
      <FieldStack>
        <CodeField name="code" below={`已发到 ${maskedPhone}，10 分钟内有效。`} />
        <TextField
          name="password"
          label="新密码"
          type="password"
          autoComplete="new-password"
          hint="至少 8 位，可以用一句话。不要用手机号、生日和常见密码。"
        />
        <SubmitButton>保存密码</SubmitButton>
      </FieldStack>
    </Form>
  );
}
