import type { Metadata } from 'next';
import { PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { AuthPage } from '@/features/identity/components/auth-page';
import { onQuery } from '@/features/identity/schema/pages';
import { safeRedirect } from '@/lib/http/safe-redirect';

export const metadata: Metadata = { title: '正在进入' };

/** Between a provider and us: from here on a cookie that no other site's request carries goes along. */
export default async function OnPage({ searchParams }: PageProps<'/login/on'>) {
  const next = safeRedirect(onQuery.parse(await searchParams).next);
  return (
    <AuthPage>
      <meta httpEquiv="refresh" content={`0;url=${next}`} />
      <PageHead title="正在进入…">没有自动打开的，请点“继续”。</PageHead>
      <LinkButton href={next}>继续</LinkButton>
    </AuthPage>
  );
}
