import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { requestCodeAction } from '../actions';
import { NextField } from './auth-page';

/** First step of a worker's sign-in: the phone, and the box that nobody ticks for anybody (PIPL 14). */
export function PhoneSignIn({ next }: { next: string | undefined }) {
  return (
    <Form action={requestCodeAction}>
      <FieldStack>
        <NextField next={next} />
        <PhoneField name="phone" label="手机号" />
        <CheckboxField
          name="agree"
          compact
          label={
            <>
              我已读并同意<TextLink href="/terms">用户协议</TextLink>和
              <TextLink href="/privacy">隐私政策</TextLink>
            </>
          }
        />
        <SubmitButton pendingText="发送中…">获取验证码</SubmitButton>
      </FieldStack>
    </Form>
  );
}
