import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { signOutAction } from '../actions';

/** 退出登录, at the foot of 我的. */
export function SignOutButton() {
  return (
    <Form action={signOutAction} className="mt-6">
      <SubmitButton variant="secondary" pendingText="退出中…">
        退出登录
      </SubmitButton>
    </Form>
  );
}
