import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { RecordCell } from '@/features/member-records/components/record-cell';
import { findMyRecord } from '@/features/member-records/queries/my-record';
import {
  EndedMembership,
  StatusNotice,
  statusWords,
} from '@/features/members/components/my-status';
import { findMyMembership } from '@/features/members/queries/my-membership';
import { findMyStatus } from '@/features/members/queries/my-status';
import { MySecondments } from '@/features/secondments/components/my-secondments';
import { ProfileChanges, ProfileFacts } from '@/features/transfers/components/my-profile';
import { listMyTransfers } from '@/features/transfers/queries/open-transfer';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '会员资料' };

export default async function ProfilePage({ searchParams }: PageProps<'/me/profile'>) {
  const ctx = await requireFreshMember('/me/profile');
  const [member, mine, requests, record, { done }] = await Promise.all([
    findMyMembership(ctx),
    findMyStatus(ctx),
    listMyTransfers(ctx),
    findMyRecord(ctx),
    searchParams,
  ]);
  if (!mine) redirect('/guide/join');
  if (!member) {
    return (
      <FlowPage backHref="/me" backLabel="我的">
        <PageHead title="会员资料" />
        <EndedMembership mine={mine} />
      </FlowPage>
    );
  }
  return (
    <FlowPage backHref="/me" backLabel="我的">
      <PageHead title="会员资料" />
      {done && (
        <Notice tone="success" live className="mb-4">
          {done === 'withdrawn' ? '已撤回。' : '已登记，工会答复会通知您。'}
        </Notice>
      )}
      <StatusNotice mine={mine} />
      <ProfileFacts member={member} status={statusWords(mine)} />
      <MySecondments ctx={ctx} union={member.unionName} />
      <ProfileChanges status={mine.status} requests={requests} />
      <RecordCell filled={record?.filled ?? 0} />
    </FlowPage>
  );
}
