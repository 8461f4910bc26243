import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { DeskPaper } from '@/features/review/components/desk-paper';
import { requireStaff } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';

export const metadata: Metadata = { title: '打印登记表' };

export default async function DeskPrintPage({
  params,
}: PageProps<'/desk/applications/[id]/print'>) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/applications/${id}/print`);
  const address = `${await publicOrigin()}/desk?case=${id}`;
  return (
    <DeskMain>
      <DeskPaper ctx={ctx} id={id} qr={{ drawing: qrDrawing(address), label: '打开办件' }} />
    </DeskMain>
  );
}
