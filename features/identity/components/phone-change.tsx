import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { PhoneField } from '@/components/forms/phone-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { changePhoneAction, requestPhoneChangeAction } from '../actions';
import { NotMineBox } from './not-mine-box';

/** First: which number. Both phones get a code. */
export function NewPhoneForm() {
  return (
    <Form action={requestPhoneChangeAction}>
      <FieldStack>
        <PhoneField name="phone" label="新手机号" autoComplete="off" />
        <SubmitButton pendingText="发送中…">给新旧手机各发一个验证码</SubmitButton>
      </FieldStack>
    </Form>
  );
}

interface BothCodesFormProps {
  to: string;
  oldPhone: string;
  newPhone: string;
}

/** Then: both codes. */
export function BothCodesForm({ to, oldPhone, newPhone }: BothCodesFormProps) {
  return (
    <Form action={changePhoneAction}>
      <FieldStack>
        <input type="hidden" name="to" value={to} />
        <CodeField name="oldCode" label={`旧手机 ${oldPhone} 的验证码`} autoComplete="off" />
        <CodeField name="newCode" label={`新手机 ${newPhone} 的验证码`} autoComplete="off" />
        <NotMineBox />
        <SubmitButton>换绑</SubmitButton>
      </FieldStack>
    </Form>
  );
}
