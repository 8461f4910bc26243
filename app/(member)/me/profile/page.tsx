import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { findMyMembership } from '@/features/members/queries/my-membership';
import { ProfileChanges, ProfileFacts } from '@/features/transfers/components/my-profile';
import { listMyTransfers } from '@/features/transfers/queries/open-transfer';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '会员资料' };

export default async function ProfilePage({ searchParams }: PageProps<'/me/profile'>) {
  const ctx = await requireFreshMember('/me/profile');
  const [member, requests, { done }] = await Promise.all([
    findMyMembership(ctx),
    listMyTransfers(ctx),
    searchParams,
  ]);
  if (!member) redirect('/guide/join');
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="会员资料" />
      {done && (
        <Notice tone="success" live className="mb-4">
          已登记，工会答复会通知您。
        </Notice>
      )}
      <ProfileFacts member={member} />
      <ProfileChanges requests={requests} />
    </FlowPage>
  );
}
