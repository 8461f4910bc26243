import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { PasswordChange } from '@/features/identity/components/password-change';
import { getOwnSummary } from '@/features/identity/queries/own-account';
import { ownQuery } from '@/features/identity/schema/pages';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '登录密码' };

export default async function PasswordPage({ searchParams }: PageProps<'/me/password'>) {
  const ctx = await requireFreshMember('/me/password');
  const { sent } = ownQuery.parse(await searchParams);
  const account = await getOwnSummary(ctx);
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title={account.hasPassword ? '更改登录密码' : '设置登录密码'}>
        设置后，没有信号时也能登录。其他设备会退出。
      </PageHead>
      <PasswordChange maskedPhone={account.maskedPhone} sent={sent === '1'} />
    </FlowPage>
  );
}
