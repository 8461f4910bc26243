import { CheckboxField } from '@/components/forms/checkbox-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { offeredProviders } from '@/lib/auth/identity-providers';
import { requestCodeAction } from '../actions';
import { NextField, withNext } from './auth-page';
import { ProviderCells } from './provider-cells';

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

/** Whoever cannot take a code just now: a password, 微信 or another provider where it is set up, or help. */
export async function OtherWays({ next }: { next: string | undefined }) {
  return (
    <Section className="mt-6">
      <CellList>
        <Cell icon="lock" title="用密码登录" href={withNext('/login/password', next)} />
        <ProviderCells identityProviders={await offeredProviders()} purpose="member" next={next} />
        <Cell icon="info" title="收不到验证码？" href={withNext('/login/help', next)} />
        <Cell icon="users" title="工会干部登录" href="/staff/login" />
      </CellList>
    </Section>
  );
}
