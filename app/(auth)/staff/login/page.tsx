import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { beginOfficerSignInAction } from '@/features/identity/actions';
import { AuthPage } from '@/features/identity/components/auth-page';
import { EndedNotice } from '@/features/identity/components/ended-notice';
import { PasswordSignIn } from '@/features/identity/components/password-sign-in';
import { ProviderCells } from '@/features/identity/components/provider-cells';
import { ProviderFailed } from '@/features/identity/components/provider-failed';
import { signInQuery } from '@/features/identity/schema/pages';
import { offeredProviders } from '@/lib/auth/identity-providers';
import { currentCtx } from '@/lib/auth/session';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: '工会干部登录' };

export default async function StaffSignInPage({ searchParams }: PageProps<'/staff/login'>) {
  const { next, failed, by, ended } = signInQuery.parse(await searchParams);
  const identityProviders = await offeredProviders();
  return (
    <AuthPage>
      <PageHead title="工会干部登录">先输密码，再输手机上的动态码。</PageHead>
      <EndedNotice ctx={await currentCtx()} ended={ended} />
      <ProviderFailed failed={failed} by={by} />
      {env().demo && (
        <Notice className="mb-4">
          演示环境的动态码在<TextLink href="/dev/messages">这一页</TextLink>。
        </Notice>
      )}
      <PasswordSignIn action={beginOfficerSignInAction} next={next} submit="下一步" />
      {identityProviders.length > 0 && (
        <Section className="mt-6">
          <CellList>
            <ProviderCells identityProviders={identityProviders} purpose="staff" next={next} />
          </CellList>
        </Section>
      )}
      <p className="mt-6 text-secondary text-ink-2">
        忘记密码：
        <TextLink href="/login?next=/me/password" className="inline-block">
          用验证码登录后重设
        </TextLink>
        。 我是会员：
        <TextLink href="/login" className="inline-block">
          手机号登录
        </TextLink>
        。
      </p>
    </AuthPage>
  );
}
