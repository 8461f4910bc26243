import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { TextLink } from '@/components/ui/app-link';
import { Notice } from '@/components/ui/notice';
import { ProviderFailed } from '@/features/identity/components/provider-failed';
import { ConfirmLink, SignInList } from '@/features/identity/components/sign-in-list';
import { findLink, getOwnSummary } from '@/features/identity/queries/own-account';
import { signInsQuery } from '@/features/identity/schema/pages';
import { offeredProviders, providerName } from '@/lib/auth/identity-providers';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '其他登录方式' };

const said: Record<string, string> = {
  linked: '已绑定，下次可以用它登录。',
  unlinked: '已解绑，不能再用它登录。',
};

export default async function SignInsPage({ searchParams }: PageProps<'/me/sign-ins'>) {
  const { link: to, failed, by, done } = signInsQuery.parse(await searchParams);
  const ctx = await requireFreshMember(
    to ? `/me/sign-ins?link=${encodeURIComponent(to)}` : '/me/sign-ins',
  );
  const link = findLink(ctx, to);
  const { linked } = await getOwnSummary(ctx);
  const offered = await offeredProviders();
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="其他登录方式">手机号和密码之外，绑定后也能登录这个账号。</PageHead>
      <ProviderFailed failed={to && !link ? 'stale' : failed} by={by} />
      {done && said[done] && (
        <Notice tone="success" live className="mb-4">
          {said[done]}
        </Notice>
      )}
      {to && link ? (
        <ConfirmLink to={to} name={providerName(link.provider)} displayName={link.displayName} />
      ) : (
        <>
          <SignInList linked={linked} offered={offered} />
          <p className="mt-4 text-secondary text-ink-2">
            不认识的绑定，请马上解绑，再到<TextLink href="/me/devices">我的设备</TextLink>
            退出其他设备。
          </p>
        </>
      )}
    </FlowPage>
  );
}
