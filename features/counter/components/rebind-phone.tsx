import { CheckboxField } from '@/components/forms/checkbox-field';
import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { TextLink } from '@/components/ui/app-link';
import { Panel } from '@/components/ui/card';
import { rebindPhoneAction, sendRebindCodeAction } from '../actions';

interface RebindPhoneProps {
  personId: string;
  /** The new phone, sealed, once its code was sent. */
  to: string | undefined;
  /** The officer gave the second factor just now. */
  confirmed: boolean;
}

/** 窗口换绑: for a member who lost the number, or whose number has a new owner. */
export function RebindPhone({ personId, to, confirmed }: RebindPhoneProps) {
  const here = `/desk/members/${personId}`;
  return (
    <Panel title="换绑手机号" className="no-print mt-6 max-w-[560px]">
      {!confirmed ? (
        <p className="text-ink-2">
          本人带证件到窗口时办理。先
          <TextLink href={`/staff/confirm?next=${encodeURIComponent(here)}`}>输入动态码</TextLink>。
        </p>
      ) : to ? (
        <Form action={rebindPhoneAction} isPrivate>
          <FieldStack>
            <input type="hidden" name="personId" value={personId} />
            <input type="hidden" name="to" value={to} />
            <CodeField name="code" below="本人念给您的 6 位数字，10 分钟内有效。" />
            <TextField
              name="idNumber"
              label="证件号码"
              autoComplete="off"
              hint="照本人证件原件录入，要和登记的一致。"
            />
            <SubmitButton block={false} pendingText="换绑中…">
              换绑
            </SubmitButton>
          </FieldStack>
        </Form>
      ) : (
        <Form action={sendRebindCodeAction}>
          <FieldStack>
            <input type="hidden" name="personId" value={personId} />
            <PhoneField name="phone" label="新手机号" hint="验证码发到这个手机，请本人念给您。" />
            <CheckboxField name="present" compact label="本人在场，已看过证件原件" />
            <SubmitButton block={false} variant="secondary" pendingText="发送中…">
              发送验证码
            </SubmitButton>
          </FieldStack>
        </Form>
      )}
    </Panel>
  );
}
