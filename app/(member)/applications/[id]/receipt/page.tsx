import { FlowPage } from '@/components/layout/member-page';
import { Receipt } from '@/features/applications/components/receipt';
import { getMyCase } from '@/features/applications/queries/my-cases';
import { requireMember } from '@/lib/auth/session';
import { todayOn } from '@/lib/dates';

export const metadata = { title: '已提交 · 入会申请' };

export default async function ReceiptPage({ params }: PageProps<'/applications/[id]/receipt'>) {
  const { id } = await params;
  const ctx = await requireMember(`/applications/${id}/receipt`);
  const myCase = await getMyCase(ctx, id);
  return (
    <FlowPage backHref="/affairs" backLabel="办事">
      <Receipt myCase={myCase} today={todayOn(ctx.now)} />
    </FlowPage>
  );
}
