import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { AuthPage } from '@/features/identity/components/auth-page';
import { EndedNotice } from '@/features/identity/components/ended-notice';
import { NoTexts } from '@/features/identity/components/no-texts';
import { OtherWays, PhoneSignIn } from '@/features/identity/components/phone-sign-in';
import { ProviderFailed } from '@/features/identity/components/provider-failed';
import { signInQuery } from '@/features/identity/schema/pages';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '登录' };

export default async function SignInPage({ searchParams }: PageProps<'/login'>) {
  const { next, failed, by, ended } = signInQuery.parse(await searchParams);
  return (
    <AuthPage>
      <PageHead title="手机号登录">没有账号的手机号，登录后自动注册。</PageHead>
      <EndedNotice ctx={await currentCtx()} ended={ended} />
      <ProviderFailed failed={failed} by={by} />
      <NoTexts />
      <PhoneSignIn next={next} />
      <OtherWays next={next} />
      <p className="mt-6 text-secondary text-ink-2">
        不登录也能看办事指南和活动。<TextLink href="/">先看看</TextLink>
      </p>
    </AuthPage>
  );
}
