import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHead } from '@/components/layout/member-page';
import { Section } from '@/components/ui/card';
import { CellList } from '@/components/ui/cell-list';
import { AuthPage, withNext } from '@/features/identity/components/auth-page';
import { NotMine, ProveIdentity } from '@/features/identity/components/prove-identity';
import { findProof } from '@/features/identity/queries/own-account';
import { proveQuery } from '@/features/identity/schema/pages';
import { CallCell, CounterCell } from '@/features/organisations/components/call';
import { currentCtx } from '@/lib/auth/session';

export const metadata: Metadata = { title: '核对身份' };

export default async function ProvePage({ searchParams }: PageProps<'/login/prove'>) {
  const { to, next } = proveQuery.parse(await searchParams);
  const way = findProof(await currentCtx(), to);
  if (!to || !way) redirect(withNext('/login', next));
  const what = way === 'phone' ? '号码' : '微信';
  return (
    <AuthPage>
      <PageHead title="请核对身份">
        这个{what}很久没有登录过，又换了设备。为防止{what}换了主人，请输入登记过的证件号码。
      </PageHead>
      <ProveIdentity to={to} next={next} />
      <NotMine to={to} next={next} what={what} />
      <Section title="证件号码对不上，或未登记" className="mt-6">
        <CellList>
          <CounterCell />
          <CallCell />
        </CellList>
      </Section>
    </AuthPage>
  );
}
