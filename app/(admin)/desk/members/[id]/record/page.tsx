import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { SheetPage } from '@/features/member-records/components/sheet-page';
import { openSheet } from '@/features/member-records/queries/open-sheet';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '会员登记表' };

export default async function MemberRecordPage({ params }: PageProps<'/desk/members/[id]/record'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/members/${id}/record`);
  const sheet = await openSheet(ctx, id);
  return (
    <DeskMain>
      <h1 className="no-print mb-4">会员登记表</h1>
      <SheetPage
        sheet={sheet}
        back={`/desk/members/${id}`}
        pdf={`/api/desk/members/${id}/record`}
      />
    </DeskMain>
  );
}
