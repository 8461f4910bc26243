import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { TransferDeskCase } from '@/features/transfers/components/desk-case';
import { getDeskCase } from '@/features/transfers/queries/desk-sides';
import { transferPageQuery } from '@/features/transfers/schema/two-sides';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '转会' };

export default async function TransferCasePage({
  params,
  searchParams,
}: PageProps<'/desk/transfers/[id]'>) {
  const { id } = await params;
  const { done } = transferPageQuery.parse(await searchParams);
  const ctx = await requireStaff(`/desk/transfers/${id}`);
  const transfer = await getDeskCase(ctx, id);
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[{ label: '会籍登记', href: '/desk/transfers' }, { label: transfer.number }]}
      />
      <PageHead title={`转会：${transfer.from} → ${transfer.to}`} />
      {done && (
        <Notice tone="success" live className="mb-4">
          已办好，已通知本人。
        </Notice>
      )}
      <TransferDeskCase transfer={transfer} />
    </DeskMain>
  );
}
