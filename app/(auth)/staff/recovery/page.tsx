import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeField } from '@/components/forms/code-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHead } from '@/components/layout/member-page';
import { signInWithRecoveryCodeAction } from '@/features/identity/actions';
import { AuthPage, NextField, withNext } from '@/features/identity/components/auth-page';
import { isHalfwayOfficer } from '@/features/identity/policy';
import { signInQuery } from '@/features/identity/schema/pages';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '用恢复码登录' };

export default async function RecoveryPage({ searchParams }: PageProps<'/staff/recovery'>) {
  const { next } = signInQuery.parse(await searchParams);
  const { actor } = await currentCtx();
  if (!isHalfwayOfficer(actor)) redirect(withNext('/staff/login', next));
  return (
    <AuthPage>
      <PageHead title="用恢复码登录">绑定动态码时打印或抄下的，每个只能用一次。</PageHead>
      <Form action={signInWithRecoveryCodeAction}>
        <NextField next={next} />
        <FieldStack>
          <CodeField
            name="code"
            label="恢复码"
            inputMode="text"
            autoComplete="off"
            maxLength={12}
          />
          <SubmitButton pendingText="核对中…">进入工作台</SubmitButton>
        </FieldStack>
      </Form>
    </AuthPage>
  );
}
