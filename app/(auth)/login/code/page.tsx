import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Notice } from '@/components/ui/notice';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { CodeSignIn } from '@/features/identity/components/code-sign-in';
import { NoTexts } from '@/features/identity/components/no-texts';
import { secondsUntilResend } from '@/features/identity/queries/code-wait';
import { maskedTicket } from '@/features/identity/queries/own-account';
import { codeQuery } from '@/features/identity/schema/pages';
import { currentCtx } from '@/lib/auth/session';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: '输入验证码' };

export default async function CodePage({ searchParams }: PageProps<'/login/code'>) {
  const { to, next } = codeQuery.parse(await searchParams);
  const ctx = await currentCtx();
  const maskedPhone = maskedTicket(ctx, to);
  if (!to || !maskedPhone) redirect(withNext('/login', next));
  const seconds = await secondsUntilResend(ctx, 'sign_in');
  return (
    <AuthPage>
      <PageHead title="输入验证码">
        不是这个号码？<TextLink href={withNext('/login', next)}>换一个</TextLink>
      </PageHead>
      {env().demo && (
        <Notice className="mb-4">
          演示环境不发短信，验证码在<TextLink href="/dev/messages">这一页</TextLink>。
        </Notice>
      )}
      <NoTexts />
      <CodeSignIn to={to} maskedPhone={maskedPhone} seconds={seconds} next={next} />
      <Section className="mt-6">
        <CellList>
          <Cell icon="info" title="收不到验证码？" href={withNext('/login/help', next)} />
        </CellList>
      </Section>
    </AuthPage>
  );
}
