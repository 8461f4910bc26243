import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { signInWithPasswordAction } from '@/features/identity/actions';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { PasswordSignIn } from '@/features/identity/components/password-sign-in';
import { signInQuery } from '@/features/identity/schema/pages';

export const metadata: Metadata = { title: '密码登录' };

export default async function PasswordPage({ searchParams }: PageProps<'/login/password'>) {
  const { next } = signInQuery.parse(await searchParams);
  return (
    <AuthPage>
      <PageHead title="密码登录">还没设过密码？先用验证码登录，再到“我的”设置。</PageHead>
      <PasswordSignIn action={signInWithPasswordAction} next={next} />
      <Section className="mt-6">
        <CellList>
          <Cell icon="message" title="用验证码登录" href={withNext('/login', next)} />
          <Cell
            icon="info"
            title="忘记密码？"
            sub="用验证码登录后重设"
            href={withNext('/login', next)}
          />
        </CellList>
      </Section>
    </AuthPage>
  );
}
