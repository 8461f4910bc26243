import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { finishOfficerSignInAction } from '@/features/identity/actions';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { SecondFactorForm } from '@/features/identity/components/second-factor-form';
import { isHalfwayOfficer } from '@/features/identity/policy';
import { signInQuery } from '@/features/identity/schema/pages';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '输入动态码' };

export default async function TotpPage({ searchParams }: PageProps<'/staff/totp'>) {
  const { next } = signInQuery.parse(await searchParams);
  const { actor } = await currentCtx();
  if (!isHalfwayOfficer(actor)) redirect(withNext('/staff/login', next));
  return (
    <AuthPage>
      <PageHead title="输入动态码">{actor.displayName}，还差一步。</PageHead>
      <SecondFactorForm action={finishOfficerSignInAction} next={next} submit="进入工作台" />
      <p className="mt-6 text-secondary text-ink-2">
        手机不在身边：<TextLink href={withNext('/staff/recovery', next)}>用恢复码登录</TextLink>。
        都没有：请系统管理员解绑动态码。
      </p>
    </AuthPage>
  );
}
