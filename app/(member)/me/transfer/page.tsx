import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { findMyMembership } from '@/features/members/queries/my-membership';
import { ChooseUnion } from '@/features/transfers/components/choose-union';
import { findOpenOwnTransfer } from '@/features/transfers/queries/my-transfer';
import { listTransferChoices } from '@/features/transfers/queries/transfer-choices';
import { transferPageQuery } from '@/features/transfers/schema/two-sides';
import { openSearch } from '@/lib/auth/search';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '转会' };

export default async function TransferPage({ searchParams }: PageProps<'/me/transfer'>) {
  const ctx = await requireFreshMember('/me/transfer');
  const open = await findOpenOwnTransfer(ctx);
  if (open) redirect(`/me/transfer/${open}`);
  const member = await findMyMembership(ctx);
  if (!member) redirect('/me/profile');
  const { wanted, lost } = openSearch(ctx, transferPageQuery.parse(await searchParams));
  const choices = await listTransferChoices(ctx, wanted.q);
  return (
    <FlowPage backHref="/me/profile" backLabel="会员资料">
      <PageHead title="换单位，办转会">
        现在在{member.unionName}。选好新工会，下一页确认就行。
      </PageHead>
      <ChooseUnion choices={choices} query={wanted.q} lost={lost} />
    </FlowPage>
  );
}
