import type { Metadata } from 'next';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { ReturnPanel } from '@/features/screening/components/my-return';
import { getMyReturn } from '@/features/screening/queries/my-return';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '通知再来' };

export default async function ReturnPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireMember(`/services/${id}/return`);
  const mine = await notFoundOnMissing(getMyReturn(ctx, id));
  return (
    <FlowPage backHref={`/services/${id}`} backLabel={mine.offering.title}>
      <PageHead title="医院通知我再来" />
      <ReturnPanel mine={mine} idempotencyKey={newId()} />
    </FlowPage>
  );
}
