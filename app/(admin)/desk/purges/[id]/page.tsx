import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PrintButton } from '@/components/ui/print-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { CertificateSheet } from '@/features/questions/components/certificates';
import { getCertificate } from '@/features/questions/queries/certificates';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '数据删除记录' };

export default async function PurgePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/purges/${id}`);
  const certificate = await getCertificate(ctx, id);
  return (
    <DeskMain>
      <div className="no-print flex flex-wrap items-start justify-between gap-3">
        <Breadcrumbs
          trail={[{ label: '数据删除记录', href: '/desk/purges' }, { label: certificate.number }]}
        />
        <PrintButton />
      </div>
      <CertificateSheet certificate={certificate} />
    </DeskMain>
  );
}
