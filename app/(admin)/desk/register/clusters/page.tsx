import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { ClusterCards } from '@/features/employer-register/components/cluster-cards';
import { canKeepRegister } from '@/features/employer-register/policy';
import { listClusters } from '@/features/employer-register/queries/clusters';
import { authorize } from '@/lib/access';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '以入会促建会' };

type Search = Promise<{ done?: string }>;

export default async function ClustersPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/register/clusters');
  authorize(canKeepRegister.anywhere(ctx.actor));
  const { done } = await searchParams;
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '企业台账', href: '/desk/register' }, { label: '以入会促建会' }]}
      />
      <PageHead title="以入会促建会">
        这些单位的会员先在网上会员之家入了会，可以去单位促成建会。
      </PageHead>
      {done === 'dismissed' && (
        <Notice tone="success" live className="mb-4">
          已记下，会员再多了会重新提示。
        </Notice>
      )}
      <ClusterCards clusters={await listClusters(ctx)} />
    </DeskMain>
  );
}
