import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { EndedNotice } from '@/features/identity/components/ended-notice';
import { NoTexts } from '@/features/identity/components/no-texts';
import { PhoneSignIn } from '@/features/identity/components/phone-sign-in';
import { signInQuery } from '@/features/identity/schema/pages';
import { isWechatBrowser } from '@/lib/auth/client';
import { currentCtx } from '@/lib/auth/session';
import { chooseWechat } from '@/lib/wechat/oauth';

const failures: Record<string, string> = {
  wechat: '微信登录没有成功，请用手机号登录，或再试一次。',
  wechat_unbound: '这个微信还没绑定账号。请先用手机号登录，再到“我的”绑定微信。',
};

export const metadata: Metadata = { title: '登录' };

export default async function SignInPage({ searchParams }: PageProps<'/login'>) {
  const { next, failed, ended } = signInQuery.parse(await searchParams);
  const agent = (await headers()).get('user-agent') ?? '';
  const offersWechat = isWechatBrowser(agent) && chooseWechat() !== null;
  return (
    <AuthPage>
      <PageHead title="手机号登录">没有账号的手机号，登录后自动注册。</PageHead>
      <EndedNotice ctx={await currentCtx()} ended={ended} />
      {failed && failures[failed] && (
        <Notice tone="warning" live className="mb-4">
          {failures[failed]}
        </Notice>
      )}
      <NoTexts />
      <PhoneSignIn next={next} />
      <Section className="mt-6">
        <CellList>
          <Cell icon="lock" title="用密码登录" href={withNext('/login/password', next)} />
          {offersWechat && (
            <Cell icon="message" title="微信登录" href={withNext('/api/auth/wechat/start', next)} />
          )}
          <Cell icon="info" title="收不到验证码？" href={withNext('/login/help', next)} />
          <Cell icon="users" title="工会干部登录" href="/staff/login" />
        </CellList>
      </Section>
      <p className="mt-6 text-secondary text-ink-2">
        不登录也能看办事指南和活动。<TextLink href="/">先看看</TextLink>
      </p>
    </AuthPage>
  );
}
