import type { Metadata } from 'next';
import { FlowPage } from '@/components/layout/member-page';
import { TransferProgress } from '@/features/transfers/components/transfer-progress';
import { getOwnTransfer } from '@/features/transfers/queries/my-transfer';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '转会进度' };

export default async function TransferProgressPage({ params }: PageProps<'/me/transfer/[id]'>) {
  const { id } = await params;
  const ctx = await requireFreshMember(`/me/transfer/${id}`);
  return (
    <FlowPage backHref="/affairs" backLabel="我的办件">
      <TransferProgress transfer={await getOwnTransfer(ctx, id)} />
    </FlowPage>
  );
}
