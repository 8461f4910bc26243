import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage } from '@/components/layout/member-page';
import { SheetPage } from '@/features/member-records/components/sheet-page';
import { findMySheet } from '@/features/member-records/queries/open-sheet';
import { requireFreshMember } from '@/lib/auth/session';

export const metadata: Metadata = { title: '打印会员登记表' };

export default async function RecordPrintPage() {
  const ctx = await requireFreshMember('/me/record/print');
  const sheet = await findMySheet(ctx);
  if (!sheet) redirect('/guide/join');
  return (
    <FlowPage backHref="/me/record" backLabel="我的登记表">
      <h1 className="no-print mb-4">打印会员登记表</h1>
      <SheetPage sheet={sheet} back="/me/record" pdf="/api/me/record" />
    </FlowPage>
  );
}
