import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHead } from '@/components/layout/member-page';
import { Card } from '@/components/ui/card';
import { QrCode } from '@/components/ui/qr-code';
import { Steps } from '@/components/ui/timeline';
import { enrolSecondFactorAction } from '@/features/identity/actions';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { SecondFactorForm } from '@/features/identity/components/second-factor-form';
import { findPendingSecondFactor } from '@/features/identity/queries/own-account';
import { signInQuery } from '@/features/identity/schema/pages';
import { currentCtx } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';

export const metadata: Metadata = { title: '绑定动态码' };

export default async function EnrolPage({ searchParams }: PageProps<'/staff/enrol'>) {
  const { next } = signInQuery.parse(await searchParams);
  const pending = await findPendingSecondFactor(await currentCtx());
  if (!pending) redirect(withNext('/staff/totp', next));
  return (
    <AuthPage>
      <PageHead title="绑定动态码">第一次登录要绑定，以后每次登录都用它。</PageHead>
      <Steps>
        <li>在手机上装一个身份验证器（各应用市场搜“身份验证器”）。</li>
        <li>用它扫下面的码，或手工输入密钥。</li>
        <li>把它显示的 6 位数字填在下面。</li>
      </Steps>
      <Card pad className="my-4">
        <QrCode drawing={qrDrawing(pending.uri)} label="身份验证器扫的二维码" />
        <p className="mt-3 text-center text-secondary text-ink-2">扫不了？手工输入密钥</p>
        <p className="text-center font-mono text-secondary break-all">
          {pending.secret.replace(/(.{4})/g, '$1 ').trim()}
        </p>
      </Card>
      <SecondFactorForm action={enrolSecondFactorAction} next={next} submit="绑定并进入" />
    </AuthPage>
  );
}
