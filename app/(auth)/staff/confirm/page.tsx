import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { stepUpAction } from '@/features/identity/actions';
import { AuthPage } from '@/features/identity/components/auth-page';
import { SecondFactorForm } from '@/features/identity/components/second-factor-form';
import { signInQuery } from '@/features/identity/schema/pages';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '再次确认身份' };

export default async function ConfirmPage({ searchParams }: PageProps<'/staff/confirm'>) {
  const { next } = signInQuery.parse(await searchParams);
  await requireStaff(next ?? '/desk');
  return (
    <AuthPage>
      <PageHead title="再次确认身份">导出和授权前，请再输一次动态码，10 分钟内有效。</PageHead>
      <SecondFactorForm action={stepUpAction} next={next} submit="继续" />
    </AuthPage>
  );
}
