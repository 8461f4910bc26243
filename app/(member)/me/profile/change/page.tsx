import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { findMyMembership } from '@/features/members/queries/my-membership';
import { listOccupations } from '@/features/members/queries/occupations';
import { ChangeForm } from '@/features/transfers/components/my-profile';
import { OpenRequest } from '@/features/transfers/components/open-request';
import { listMyTransfers } from '@/features/transfers/queries/open-transfer';
import { requestNotes, requestTitles } from '@/features/transfers/rules/membership-requests';
import { requestQuery } from '@/features/transfers/schema/membership-request';
import { requireFreshMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '会员资料有变化' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ChangePage({ searchParams }: { searchParams: Search }) {
  const { kind } = requestQuery.parse(await searchParams);
  if (!kind) redirect('/me/profile');
  const ctx = await requireFreshMember(`/me/profile/change?kind=${kind}`);
  const [member, requests, occupations] = await Promise.all([
    findMyMembership(ctx),
    listMyTransfers(ctx),
    kind === 'work' ? listOccupations(ctx, todayOn(ctx.now)) : [],
  ]);
  if (!member) redirect('/guide/join');
  const open = requests.find((one) => one.kind === kind && one.status === 'requested');
  return (
    <FlowPage backHref="/me/profile" backLabel="会员资料">
      <PageHead title={requestTitles[kind]}>{requestNotes[kind]}</PageHead>
      {open ? (
        <OpenRequest request={open} />
      ) : (
        <ChangeForm
          {...{ kind, member, occupations }}
          today={todayOn(ctx.now)}
          idempotencyKey={newId()}
        />
      )}
    </FlowPage>
  );
}
