import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { IdField } from '@/components/forms/id-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import { disownAccountAction, proveIdentityAction } from '../actions';
import { NextField } from './auth-page';

interface HalfDone {
  to: string;
  next: string | undefined;
}

/** The number that only the account's own person knows; nothing of the account stands beside it. */
export function ProveIdentity({ to, next }: HalfDone) {
  return (
    <Form action={proveIdentityAction} isPrivate>
      <input type="hidden" name="to" value={to} />
      <NextField next={next} />
      <FieldStack>
        <IdField name="idNumber" label="证件号码" />
        <SubmitButton pendingText="核对中…">继续</SubmitButton>
      </FieldStack>
    </Form>
  );
}

/** The way on for a number's new owner, said before it is done. */
export function NotMine({ to, next, what }: HalfDone & { what: string }) {
  const isPhone = what === '号码';
  return (
    <div className="mt-6">
      <Disclosures>
        <Form
          action={disownAccountAction}
          aria-label="不是我的"
          fold={foldOf(`以前的账号不是我的，这个${what}是我新用的`)}
        >
          <p className="mb-4">
            {isPhone
              ? '给您新开一个账号。原来的资料仍归原来的人，以后要凭身份证到窗口找回。'
              : '这个微信会和原来的账号解绑，请再用您的手机号登录。'}
          </p>
          <input type="hidden" name="to" value={to} />
          <NextField next={next} />
          <SubmitButton variant="secondary" pendingText="办理中…">
            {isPhone ? '不是我的，新开账号' : '不是我的，解绑微信'}
          </SubmitButton>
        </Form>
      </Disclosures>
    </div>
  );
}
